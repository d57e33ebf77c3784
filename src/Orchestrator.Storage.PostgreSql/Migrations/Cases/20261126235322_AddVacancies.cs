using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.PostgreSql.Migrations.Cases
{
    /// <inheritdoc />
    public partial class AddVacancies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases_vacancies",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    employer_tax_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    cp2021 = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    municipality = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    contract = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    weekly_hours = table.Column<decimal>(type: "numeric(9,2)", precision: 9, scale: 2, nullable: true),
                    skills = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_vacancies", x => x.code);
                    table.ForeignKey(
                        name: "FK_cases_vacancies_cases_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "cases_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_vacancies_expires_on",
                table: "cases_vacancies",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "IX_cases_vacancies_import_id",
                table: "cases_vacancies",
                column: "import_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_vacancies");
        }
    }
}
