using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Cases
{
    /// <inheritdoc />
    public partial class CrisesOwnCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_cases_row_findings_cases_staged_workers_import_id_row_number",
                table: "cases_row_findings");

            migrationBuilder.AlterColumn<string>(
                name: "agreement_code",
                table: "cases_worker_cases",
                type: "TEXT",
                maxLength: 60,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 60);

            migrationBuilder.AddColumn<bool>(
                name: "in_scope",
                table: "cases_worker_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "pathway",
                table: "cases_worker_cases",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "cases_worker_cases",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "state_at",
                table: "cases_worker_cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "agreement_code",
                table: "cases_sessions",
                type: "TEXT",
                maxLength: 60,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 60);

            migrationBuilder.AddColumn<string>(
                name: "crisis_code",
                table: "cases_sessions",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "agreement_code",
                table: "cases_imports",
                type: "TEXT",
                maxLength: 60,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 60);

            migrationBuilder.AddColumn<string>(
                name: "crisis_code",
                table: "cases_imports",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "cases_imports",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "cases_accredited_providers",
                columns: table => new
                {
                    tax_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    register_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_accredited_providers", x => x.tax_code);
                });

            migrationBuilder.CreateTable(
                name: "cases_appointments",
                columns: table => new
                {
                    session_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    centre_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 100, nullable: false),
                    room = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_appointments", x => x.session_id);
                    table.ForeignKey(
                        name: "FK_cases_appointments_cases_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "cases_sessions",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_cases_appointments_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_booking_decisions",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row_number = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    approved = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    correctable = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_booking_decisions", x => new { x.import_id, x.row_number });
                    table.ForeignKey(
                        name: "FK_cases_booking_decisions_cases_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "cases_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_booking_decisions_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    booked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    in_term = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_bookings", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_bookings_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_case_outcomes",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    event_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    pathway = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    move_to = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    booking_state = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_case_outcomes", x => new { x.case_id, x.event_key });
                    table.ForeignKey(
                        name: "FK_cases_case_outcomes_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_case_states",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    event_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    pathway = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_case_states", x => new { x.case_id, x.event_key });
                    table.ForeignKey(
                        name: "FK_cases_case_states_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_employment_notices",
                columns: table => new
                {
                    protocol = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    worker_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    employer_tax_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    contract = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    occupation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ateco = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    municipality = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    weekly_hours = table.Column<decimal>(type: "TEXT", precision: 9, scale: 2, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_employment_notices", x => x.protocol);
                    table.ForeignKey(
                        name: "FK_cases_employment_notices_cases_workers_worker_id",
                        column: x => x.worker_id,
                        principalTable: "cases_workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_follow_ups",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    verified_by_co = table.Column<bool>(type: "INTEGER", nullable: false),
                    computed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_follow_ups", x => new { x.case_id, x.months });
                    table.ForeignKey(
                        name: "FK_cases_follow_ups_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_provider_choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    provider = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    chosen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    first_appointment = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_provider_choices", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_provider_choices_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_session_waits",
                columns: table => new
                {
                    event_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    crisis_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    centre_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    wanted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    session_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_session_waits", x => x.event_key);
                    table.ForeignKey(
                        name: "FK_cases_session_waits_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_snapshots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    crisis_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    case_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_snapshots", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_snapshots_cases_crises_crisis_code",
                        column: x => x.crisis_code,
                        principalTable: "cases_crises",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_worker_statuses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_worker_statuses", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_worker_statuses_cases_worker_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases_worker_cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_provider_sites",
                columns: table => new
                {
                    tax_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    municipality = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    services = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_provider_sites", x => new { x.tax_code, x.municipality, x.valid_from });
                    table.ForeignKey(
                        name: "FK_cases_provider_sites_cases_accredited_providers_tax_code",
                        column: x => x.tax_code,
                        principalTable: "cases_accredited_providers",
                        principalColumn: "tax_code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_booked_quarters",
                columns: table => new
                {
                    resource = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    session_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_booked_quarters", x => new { x.resource, x.starts_at });
                    table.ForeignKey(
                        name: "FK_cases_booked_quarters_cases_appointments_session_id",
                        column: x => x.session_id,
                        principalTable: "cases_appointments",
                        principalColumn: "session_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cases_snapshot_cases",
                columns: table => new
                {
                    snapshot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    figures = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_snapshot_cases", x => new { x.snapshot_id, x.case_id });
                    table.ForeignKey(
                        name: "FK_cases_snapshot_cases_cases_snapshots_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "cases_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Renamed and not made anew: dropping a table would delete what points to its rows.
            migrationBuilder.RenameTable(
                name: "cases_staged_workers",
                newName: "cases_staged_rows");

            // What belonged to an agreement belongs to its crisis.
            migrationBuilder.Sql("UPDATE cases_imports SET kind = 'Workers', crisis_code = (SELECT crisis_code FROM cases_agreements WHERE code = cases_imports.agreement_code)");
            migrationBuilder.Sql("UPDATE cases_sessions SET crisis_code = (SELECT crisis_code FROM cases_agreements WHERE code = cases_sessions.agreement_code)");

            migrationBuilder.CreateIndex(
                name: "IX_cases_sessions_crisis_code_purpose",
                table: "cases_sessions",
                columns: new[] { "crisis_code", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_imports_crisis_code",
                table: "cases_imports",
                column: "crisis_code");

            migrationBuilder.CreateIndex(
                name: "IX_cases_appointments_case_id",
                table: "cases_appointments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_booked_quarters_session_id",
                table: "cases_booked_quarters",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_booking_decisions_case_id",
                table: "cases_booking_decisions",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_bookings_case_id_number",
                table: "cases_bookings",
                columns: new[] { "case_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_bookings_number",
                table: "cases_bookings",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "IX_cases_employment_notices_worker_id_starts_on",
                table: "cases_employment_notices",
                columns: new[] { "worker_id", "starts_on" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_provider_choices_case_id",
                table: "cases_provider_choices",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_provider_sites_municipality",
                table: "cases_provider_sites",
                column: "municipality");

            migrationBuilder.CreateIndex(
                name: "IX_cases_session_waits_case_id_purpose",
                table: "cases_session_waits",
                columns: new[] { "case_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_session_waits_crisis_code_purpose_closed_at",
                table: "cases_session_waits",
                columns: new[] { "crisis_code", "purpose", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_snapshots_crisis_code",
                table: "cases_snapshots",
                column: "crisis_code");

            migrationBuilder.CreateIndex(
                name: "IX_cases_snapshots_job_key",
                table: "cases_snapshots",
                column: "job_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_worker_statuses_case_id",
                table: "cases_worker_statuses",
                column: "case_id");

            migrationBuilder.AddForeignKey(
                name: "FK_cases_imports_cases_crises_crisis_code",
                table: "cases_imports",
                column: "crisis_code",
                principalTable: "cases_crises",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_cases_row_findings_cases_staged_rows_import_id_row_number",
                table: "cases_row_findings",
                columns: new[] { "import_id", "row_number" },
                principalTable: "cases_staged_rows",
                principalColumns: new[] { "import_id", "row_number" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_cases_sessions_cases_crises_crisis_code",
                table: "cases_sessions",
                column: "crisis_code",
                principalTable: "cases_crises",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_cases_worker_cases_cases_crises_crisis_code",
                table: "cases_worker_cases",
                column: "crisis_code",
                principalTable: "cases_crises",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_cases_imports_cases_crises_crisis_code",
                table: "cases_imports");

            migrationBuilder.DropForeignKey(
                name: "FK_cases_row_findings_cases_staged_rows_import_id_row_number",
                table: "cases_row_findings");

            migrationBuilder.DropForeignKey(
                name: "FK_cases_sessions_cases_crises_crisis_code",
                table: "cases_sessions");

            migrationBuilder.DropForeignKey(
                name: "FK_cases_worker_cases_cases_crises_crisis_code",
                table: "cases_worker_cases");

            migrationBuilder.DropTable(
                name: "cases_booked_quarters");

            migrationBuilder.DropTable(
                name: "cases_booking_decisions");

            migrationBuilder.DropTable(
                name: "cases_bookings");

            migrationBuilder.DropTable(
                name: "cases_case_outcomes");

            migrationBuilder.DropTable(
                name: "cases_case_states");

            migrationBuilder.DropTable(
                name: "cases_employment_notices");

            migrationBuilder.DropTable(
                name: "cases_follow_ups");

            migrationBuilder.DropTable(
                name: "cases_provider_choices");

            migrationBuilder.DropTable(
                name: "cases_provider_sites");

            migrationBuilder.DropTable(
                name: "cases_session_waits");

            migrationBuilder.DropTable(
                name: "cases_snapshot_cases");

            migrationBuilder.DropTable(
                name: "cases_worker_statuses");

            migrationBuilder.DropTable(
                name: "cases_appointments");

            migrationBuilder.DropTable(
                name: "cases_accredited_providers");

            migrationBuilder.DropTable(
                name: "cases_snapshots");

            migrationBuilder.DropIndex(
                name: "IX_cases_sessions_crisis_code_purpose",
                table: "cases_sessions");

            migrationBuilder.DropIndex(
                name: "IX_cases_imports_crisis_code",
                table: "cases_imports");

            migrationBuilder.DropColumn(
                name: "in_scope",
                table: "cases_worker_cases");

            migrationBuilder.DropColumn(
                name: "pathway",
                table: "cases_worker_cases");

            migrationBuilder.DropColumn(
                name: "state",
                table: "cases_worker_cases");

            migrationBuilder.DropColumn(
                name: "state_at",
                table: "cases_worker_cases");

            migrationBuilder.DropColumn(
                name: "crisis_code",
                table: "cases_sessions");

            migrationBuilder.DropColumn(
                name: "crisis_code",
                table: "cases_imports");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "cases_imports");

            migrationBuilder.AlterColumn<string>(
                name: "agreement_code",
                table: "cases_worker_cases",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 60,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "agreement_code",
                table: "cases_sessions",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 60,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "agreement_code",
                table: "cases_imports",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 60,
                oldNullable: true);

            migrationBuilder.RenameTable(
                name: "cases_staged_rows",
                newName: "cases_staged_workers");

            migrationBuilder.AddForeignKey(
                name: "FK_cases_row_findings_cases_staged_workers_import_id_row_number",
                table: "cases_row_findings",
                columns: new[] { "import_id", "row_number" },
                principalTable: "cases_staged_workers",
                principalColumns: new[] { "import_id", "row_number" },
                onDelete: ReferentialAction.Cascade);
        }
    }
}
