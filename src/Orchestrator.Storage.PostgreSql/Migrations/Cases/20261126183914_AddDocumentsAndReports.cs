using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.PostgreSql.Migrations.Cases
{
    /// <inheritdoc />
    public partial class AddDocumentsAndReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "centre_code",
                table: "cases_crises",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "cigs_from",
                table: "cases_crises",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "cigs_to",
                table: "cases_crises",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ground",
                table: "cases_crises",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "cases_crises",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "redundancies",
                table: "cases_crises",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "regional_interest",
                table: "cases_crises",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "cases_crises",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "Open");

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "cases_crises",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "total_workers",
                table: "cases_crises",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ateco",
                table: "cases_companies",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cases_company_sites",
                columns: table => new
                {
                    crisis_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    address_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    municipality = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    province = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    workers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_company_sites", x => new { x.crisis_code, x.position });
                    table.ForeignKey(
                        name: "FK_cases_company_sites_cases_crises_crisis_code",
                        column: x => x.crisis_code,
                        principalTable: "cases_crises",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_crisis_events",
                columns: table => new
                {
                    message_key = table.Column<long>(type: "bigint", nullable: false),
                    crisis_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_crisis_events", x => x.message_key);
                    table.ForeignKey(
                        name: "FK_cases_crisis_events_cases_crises_crisis_code",
                        column: x => x.crisis_code,
                        principalTable: "cases_crises",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_crisis_reservations",
                columns: table => new
                {
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    crisis_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reserved_at = table.Column<long>(type: "bigint", nullable: false),
                    reserved_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_crisis_reservations", x => x.request);
                });

            migrationBuilder.CreateTable(
                name: "cases_documents",
                columns: table => new
                {
                    document_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    job_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    registry_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    crisis_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    agreement_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    registered_at = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    segnatura = table.Column<string>(type: "text", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_documents", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_cases_documents_cases_agreements_agreement_code",
                        column: x => x.agreement_code,
                        principalTable: "cases_agreements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_documents_cases_crises_crisis_code",
                        column: x => x.crisis_code,
                        principalTable: "cases_crises",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_meetings",
                columns: table => new
                {
                    job_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    crisis_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    meeting_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    prepared_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_meetings", x => x.job_key);
                });

            migrationBuilder.CreateTable(
                name: "cases_reports",
                columns: table => new
                {
                    report_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    crisis_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    period = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    figures = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    files = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: true),
                    published_files = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_reports", x => x.report_id);
                    table.ForeignKey(
                        name: "FK_cases_reports_cases_crises_crisis_code",
                        column: x => x.crisis_code,
                        principalTable: "cases_crises",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_company_sites_municipality_address_key",
                table: "cases_company_sites",
                columns: new[] { "municipality", "address_key" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_crisis_events_crisis_code_at",
                table: "cases_crisis_events",
                columns: new[] { "crisis_code", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_crisis_reservations_crisis_code",
                table: "cases_crisis_reservations",
                column: "crisis_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_documents_agreement_code",
                table: "cases_documents",
                column: "agreement_code");

            migrationBuilder.CreateIndex(
                name: "IX_cases_documents_crisis_code_registered_at",
                table: "cases_documents",
                columns: new[] { "crisis_code", "registered_at" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_documents_job_key",
                table: "cases_documents",
                column: "job_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_documents_registry_number",
                table: "cases_documents",
                column: "registry_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_meetings_crisis_code_meeting_id_sequence",
                table: "cases_meetings",
                columns: new[] { "crisis_code", "meeting_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_reports_crisis_code_created_at",
                table: "cases_reports",
                columns: new[] { "crisis_code", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_company_sites");

            migrationBuilder.DropTable(
                name: "cases_crisis_events");

            migrationBuilder.DropTable(
                name: "cases_crisis_reservations");

            migrationBuilder.DropTable(
                name: "cases_documents");

            migrationBuilder.DropTable(
                name: "cases_meetings");

            migrationBuilder.DropTable(
                name: "cases_reports");

            migrationBuilder.DropColumn(
                name: "centre_code",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "cigs_from",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "cigs_to",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "ground",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "redundancies",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "regional_interest",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "state",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "title",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "total_workers",
                table: "cases_crises");

            migrationBuilder.DropColumn(
                name: "ateco",
                table: "cases_companies");
        }
    }
}
