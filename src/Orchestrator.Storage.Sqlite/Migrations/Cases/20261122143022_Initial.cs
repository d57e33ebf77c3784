using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Cases
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases_centres",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    province = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_centres", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "cases_companies",
                columns: table => new
                {
                    tax_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    vat_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    municipality = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_companies", x => x.tax_code);
                });

            migrationBuilder.CreateTable(
                name: "cases_read_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_read_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_sequences",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_sequences", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "cases_signing_date_changes",
                columns: table => new
                {
                    agreement_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    after = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_signing_date_changes", x => new { x.agreement_code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "cases_workers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    codice_fiscale = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    canonical_cf = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    surname = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    mobile = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    municipality = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_workers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_municipalities",
                columns: table => new
                {
                    istat_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    province = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    belfiore = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    centre_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_municipalities", x => new { x.istat_code, x.valid_from });
                    table.ForeignKey(
                        name: "FK_cases_municipalities_cases_centres_centre_code",
                        column: x => x.centre_code,
                        principalTable: "cases_centres",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_crises",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    company_tax_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_crises", x => x.code);
                    table.ForeignKey(
                        name: "FK_cases_crises_cases_companies_company_tax_code",
                        column: x => x.company_tax_code,
                        principalTable: "cases_companies",
                        principalColumn: "tax_code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_agreements",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    crisis_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    request = table.Column<Guid>(type: "TEXT", nullable: false),
                    signing_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    signing_place = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ground = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    cigs_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cigs_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    registered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    registered_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_agreements", x => x.code);
                    table.ForeignKey(
                        name: "FK_cases_agreements_cases_crises_crisis_code",
                        column: x => x.crisis_code,
                        principalTable: "cases_crises",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    uploaded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    row_count = table.Column<int>(type: "INTEGER", nullable: false),
                    bad_count = table.Column<int>(type: "INTEGER", nullable: false),
                    good_count = table.Column<int>(type: "INTEGER", nullable: false),
                    warned_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    created_count = table.Column<int>(type: "INTEGER", nullable: false),
                    existing_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_imports_cases_agreements_agreement_code",
                        column: x => x.agreement_code,
                        principalTable: "cases_agreements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_plan_scopes",
                columns: table => new
                {
                    agreement_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    profile = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    cp2021 = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    quota = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_plan_scopes", x => new { x.agreement_code, x.position });
                    table.ForeignKey(
                        name: "FK_cases_plan_scopes_cases_agreements_agreement_code",
                        column: x => x.agreement_code,
                        principalTable: "cases_agreements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_sessions",
                columns: table => new
                {
                    session_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    agreement_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    duration_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    centre_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_sessions", x => x.session_id);
                    table.ForeignKey(
                        name: "FK_cases_sessions_cases_agreements_agreement_code",
                        column: x => x.agreement_code,
                        principalTable: "cases_agreements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_worker_cases",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    crisis_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    agreement_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    worker_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    centre_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row_number = table.Column<int>(type: "INTEGER", nullable: false),
                    job_title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    area = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    profile = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    hired_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    contract = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    weekly_hours = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: true),
                    suspension_percent = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: true),
                    education = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_worker_cases", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_cases_worker_cases_cases_agreements_agreement_code",
                        column: x => x.agreement_code,
                        principalTable: "cases_agreements",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_worker_cases_cases_workers_worker_id",
                        column: x => x.worker_id,
                        principalTable: "cases_workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_staged_workers",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row_number = table.Column<int>(type: "INTEGER", nullable: false),
                    broken = table.Column<bool>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    is_good = table.Column<bool>(type: "INTEGER", nullable: true),
                    canonical_cf = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    centre_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_staged_workers", x => new { x.import_id, x.row_number });
                    table.ForeignKey(
                        name: "FK_cases_staged_workers_cases_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "cases_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_convocations",
                columns: table => new
                {
                    job_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    session_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    uid = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    prepared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_convocations", x => new { x.job_key, x.session_id, x.case_id });
                    table.ForeignKey(
                        name: "FK_cases_convocations_cases_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "cases_sessions",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_convocations_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_session_places",
                columns: table => new
                {
                    session_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_session_places", x => new { x.session_id, x.case_id });
                    table.ForeignKey(
                        name: "FK_cases_session_places_cases_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "cases_sessions",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cases_session_places_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_row_findings",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row_number = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_row_findings", x => new { x.import_id, x.row_number, x.position });
                    table.ForeignKey(
                        name: "FK_cases_row_findings_cases_staged_workers_import_id_row_number",
                        columns: x => new { x.import_id, x.row_number },
                        principalTable: "cases_staged_workers",
                        principalColumns: new[] { "import_id", "row_number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_attendances",
                columns: table => new
                {
                    session_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    reason_code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_attendances", x => new { x.session_id, x.case_id });
                    table.ForeignKey(
                        name: "FK_cases_attendances_cases_session_places_session_id_case_id",
                        columns: x => new { x.session_id, x.case_id },
                        principalTable: "cases_session_places",
                        principalColumns: new[] { "session_id", "case_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_agreements_crisis_code",
                table: "cases_agreements",
                column: "crisis_code");

            migrationBuilder.CreateIndex(
                name: "IX_cases_agreements_request",
                table: "cases_agreements",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_convocations_case_id",
                table: "cases_convocations",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_convocations_session_id_case_id",
                table: "cases_convocations",
                columns: new[] { "session_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_crises_company_tax_code",
                table: "cases_crises",
                column: "company_tax_code");

            migrationBuilder.CreateIndex(
                name: "IX_cases_imports_agreement_code",
                table: "cases_imports",
                column: "agreement_code");

            migrationBuilder.CreateIndex(
                name: "IX_cases_municipalities_centre_code",
                table: "cases_municipalities",
                column: "centre_code");

            migrationBuilder.CreateIndex(
                name: "IX_cases_read_log_subject_read_at",
                table: "cases_read_log",
                columns: new[] { "subject", "read_at" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_session_places_case_id",
                table: "cases_session_places",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_sessions_agreement_code_purpose",
                table: "cases_sessions",
                columns: new[] { "agreement_code", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_worker_cases_agreement_code_case_id",
                table: "cases_worker_cases",
                columns: new[] { "agreement_code", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_worker_cases_crisis_code_worker_id",
                table: "cases_worker_cases",
                columns: new[] { "crisis_code", "worker_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_worker_cases_import_id_case_id",
                table: "cases_worker_cases",
                columns: new[] { "import_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_worker_cases_worker_id",
                table: "cases_worker_cases",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_workers_canonical_cf",
                table: "cases_workers",
                column: "canonical_cf",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_attendances");

            migrationBuilder.DropTable(
                name: "cases_convocations");

            migrationBuilder.DropTable(
                name: "cases_municipalities");

            migrationBuilder.DropTable(
                name: "cases_plan_scopes");

            migrationBuilder.DropTable(
                name: "cases_read_log");

            migrationBuilder.DropTable(
                name: "cases_row_findings");

            migrationBuilder.DropTable(
                name: "cases_sequences");

            migrationBuilder.DropTable(
                name: "cases_signing_date_changes");

            migrationBuilder.DropTable(
                name: "cases_session_places");

            migrationBuilder.DropTable(
                name: "cases_centres");

            migrationBuilder.DropTable(
                name: "cases_staged_workers");

            migrationBuilder.DropTable(
                name: "cases_sessions");

            migrationBuilder.DropTable(
                name: "cases_worker_cases");

            migrationBuilder.DropTable(
                name: "cases_imports");

            migrationBuilder.DropTable(
                name: "cases_workers");

            migrationBuilder.DropTable(
                name: "cases_agreements");

            migrationBuilder.DropTable(
                name: "cases_crises");

            migrationBuilder.DropTable(
                name: "cases_companies");
        }
    }
}
