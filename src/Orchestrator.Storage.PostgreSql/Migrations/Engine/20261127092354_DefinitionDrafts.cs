using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.PostgreSql.Migrations.Engine
{
    /// <inheritdoc />
    public partial class DefinitionDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engine_definition_draft_files",
                columns: table => new
                {
                    draft = table.Column<byte[]>(type: "bytea", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_definition_draft_files", x => new { x.draft, x.name });
                });

            migrationBuilder.CreateTable(
                name: "engine_definition_drafts",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    folder = table.Column<string>(type: "text", nullable: false),
                    process_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    base_deployment = table.Column<long>(type: "bigint", nullable: true),
                    base_version = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    copy_of = table.Column<byte[]>(type: "bytea", nullable: true),
                    published = table.Column<long>(type: "bigint", nullable: true),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_definition_drafts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_publications",
                columns: table => new
                {
                    deployment = table.Column<long>(type: "bigint", nullable: false),
                    draft = table.Column<byte[]>(type: "bytea", nullable: false),
                    folder = table.Column<string>(type: "text", nullable: false),
                    scenarios_passed = table.Column<int>(type: "integer", nullable: false),
                    scenarios_failed = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_publications", x => x.deployment);
                });

            migrationBuilder.CreateIndex(
                name: "IX_engine_definition_drafts_is_open_saved_at",
                table: "engine_definition_drafts",
                columns: new[] { "is_open", "saved_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engine_definition_draft_files");

            migrationBuilder.DropTable(
                name: "engine_definition_drafts");

            migrationBuilder.DropTable(
                name: "engine_publications");
        }
    }
}
