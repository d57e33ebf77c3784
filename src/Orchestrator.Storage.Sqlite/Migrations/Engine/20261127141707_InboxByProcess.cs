using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Engine
{
    /// <inheritdoc />
    public partial class InboxByProcess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_engine_tasks_state_candidate_groups_candidate_users_due_at_assignee_key",
                table: "engine_tasks");

            migrationBuilder.CreateIndex(
                name: "IX_engine_tasks_state_candidate_groups_candidate_users_due_at_assignee_process_id_key",
                table: "engine_tasks",
                columns: new[] { "state", "candidate_groups", "candidate_users", "due_at", "assignee", "process_id", "key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_engine_tasks_state_candidate_groups_candidate_users_due_at_assignee_process_id_key",
                table: "engine_tasks");

            migrationBuilder.CreateIndex(
                name: "IX_engine_tasks_state_candidate_groups_candidate_users_due_at_assignee_key",
                table: "engine_tasks",
                columns: new[] { "state", "candidate_groups", "candidate_users", "due_at", "assignee", "key" });
        }
    }
}
