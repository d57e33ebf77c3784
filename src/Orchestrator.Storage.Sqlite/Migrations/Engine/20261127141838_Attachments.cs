using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Engine
{
    /// <inheritdoc />
    public partial class Attachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engine_attachments",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    kept_at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled = table.Column<bool>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_attachments", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_engine_attachments_instance",
                table: "engine_attachments",
                column: "instance");

            migrationBuilder.CreateIndex(
                name: "IX_engine_attachments_settled_kept_at",
                table: "engine_attachments",
                columns: new[] { "settled", "kept_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engine_attachments");
        }
    }
}
