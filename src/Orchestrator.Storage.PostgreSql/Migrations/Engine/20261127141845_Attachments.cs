using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.PostgreSql.Migrations.Engine
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
                    id = table.Column<string>(type: "text", nullable: false),
                    instance = table.Column<long>(type: "bigint", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled = table.Column<bool>(type: "boolean", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
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
