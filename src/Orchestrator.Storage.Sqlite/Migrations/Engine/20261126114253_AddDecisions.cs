using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Engine
{
    /// <inheritdoc />
    public partial class AddDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engine_decision_models",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    deployment = table.Column<long>(type: "INTEGER", nullable: false),
                    model_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    resource_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_decision_models", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_decisions",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    model = table.Column<long>(type: "INTEGER", nullable: false),
                    decision_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    version_tag = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_decisions", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_engine_decision_models_deployment",
                table: "engine_decision_models",
                column: "deployment");

            migrationBuilder.CreateIndex(
                name: "IX_engine_decision_models_model_id_version",
                table: "engine_decision_models",
                columns: new[] { "model_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engine_decisions_decision_id_version",
                table: "engine_decisions",
                columns: new[] { "decision_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engine_decisions_model",
                table: "engine_decisions",
                column: "model");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engine_decision_models");

            migrationBuilder.DropTable(
                name: "engine_decisions");
        }
    }
}
