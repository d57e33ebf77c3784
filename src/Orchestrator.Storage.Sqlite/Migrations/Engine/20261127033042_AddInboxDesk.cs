using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Engine
{
    /// <inheritdoc />
    public partial class AddInboxDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engine_drafts",
                columns: table => new
                {
                    task = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_drafts", x => new { x.task, x.person });
                });

            migrationBuilder.CreateTable(
                name: "engine_saved_filters",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    shared_with = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_saved_filters", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_engine_tasks_state_assignee_due_at",
                table: "engine_tasks",
                columns: new[] { "state", "assignee", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_engine_tasks_state_candidate_groups_candidate_users_due_at_assignee_key",
                table: "engine_tasks",
                columns: new[] { "state", "candidate_groups", "candidate_users", "due_at", "assignee", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_engine_saved_filters_owner",
                table: "engine_saved_filters",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_engine_saved_filters_shared_with",
                table: "engine_saved_filters",
                column: "shared_with");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engine_drafts");

            migrationBuilder.DropTable(
                name: "engine_saved_filters");

            migrationBuilder.DropIndex(
                name: "IX_engine_tasks_state_assignee_due_at",
                table: "engine_tasks");

            migrationBuilder.DropIndex(
                name: "IX_engine_tasks_state_candidate_groups_candidate_users_due_at_assignee_key",
                table: "engine_tasks");
        }
    }
}
