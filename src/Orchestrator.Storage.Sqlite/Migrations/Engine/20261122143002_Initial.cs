using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Engine
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "engine_blocks",
                columns: table => new
                {
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_blocks", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "engine_continuations",
                columns: table => new
                {
                    scope = table.Column<long>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_continuations", x => x.scope);
                });

            migrationBuilder.CreateTable(
                name: "engine_definitions",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    deployment = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    version_tag = table.Column<string>(type: "TEXT", nullable: true),
                    resource_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_definitions", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_deployments",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    deployed_by = table.Column<string>(type: "TEXT", nullable: false),
                    deployed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_deployments", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_forms",
                columns: table => new
                {
                    deployment = table.Column<long>(type: "INTEGER", nullable: false),
                    form_id = table.Column<string>(type: "TEXT", nullable: false),
                    resource_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_forms", x => new { x.deployment, x.form_id });
                });

            migrationBuilder.CreateTable(
                name: "engine_history",
                columns: table => new
                {
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    first_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    command_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    prev_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_history", x => new { x.instance, x.first_seq });
                });

            migrationBuilder.CreateTable(
                name: "engine_inbox",
                columns: table => new
                {
                    message = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_inbox", x => x.message);
                });

            migrationBuilder.CreateTable(
                name: "engine_incidents",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    definition = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    element = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    resolved_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_incidents", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_instances",
                columns: table => new
                {
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    head_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    definition = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    business_key = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    has_incident = table.Column<bool>(type: "INTEGER", nullable: false),
                    sealed_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_instances", x => x.instance);
                });

            migrationBuilder.CreateTable(
                name: "engine_jobs",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    definition = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    element = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    retries = table.Column<int>(type: "INTEGER", nullable: false),
                    available_at = table.Column<long>(type: "INTEGER", nullable: false),
                    bus = table.Column<bool>(type: "INTEGER", nullable: false),
                    worker = table.Column<string>(type: "TEXT", nullable: true),
                    locked_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_jobs", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_message_correlations",
                columns: table => new
                {
                    message = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_message_correlations", x => new { x.message, x.process_id });
                });

            migrationBuilder.CreateTable(
                name: "engine_message_starts",
                columns: table => new
                {
                    definition = table.Column<long>(type: "INTEGER", nullable: false),
                    element = table.Column<string>(type: "TEXT", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    message_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_message_starts", x => new { x.definition, x.element });
                });

            migrationBuilder.CreateTable(
                name: "engine_messages",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    correlation_key = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<string>(type: "TEXT", nullable: true),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    immediate = table.Column<bool>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_messages", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_outbox",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    available_at = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    last_failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_outbox", x => new { x.key, x.attempt, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "engine_process_scopes",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    definition = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    parent = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_process_scopes", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_resources",
                columns: table => new
                {
                    deployment = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_resources", x => new { x.deployment, x.name });
                });

            migrationBuilder.CreateTable(
                name: "engine_search_variables",
                columns: table => new
                {
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<decimal>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_search_variables", x => new { x.instance, x.name });
                });

            migrationBuilder.CreateTable(
                name: "engine_settings",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_settings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "engine_snapshots",
                columns: table => new
                {
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_snapshots", x => new { x.instance, x.version });
                });

            migrationBuilder.CreateTable(
                name: "engine_start_reservations",
                columns: table => new
                {
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    correlation_key = table.Column<string>(type: "TEXT", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_start_reservations", x => new { x.process_id, x.correlation_key });
                });

            migrationBuilder.CreateTable(
                name: "engine_start_timers",
                columns: table => new
                {
                    definition = table.Column<long>(type: "INTEGER", nullable: false),
                    element = table.Column<string>(type: "TEXT", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    schedule = table.Column<string>(type: "TEXT", nullable: true),
                    repetitions = table.Column<int>(type: "INTEGER", nullable: true),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_start_timers", x => new { x.definition, x.element });
                });

            migrationBuilder.CreateTable(
                name: "engine_subjects",
                columns: table => new
                {
                    subject = table.Column<long>(type: "INTEGER", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    erased_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_subjects", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "engine_subscriptions",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    element = table.Column<string>(type: "TEXT", nullable: false),
                    message_name = table.Column<string>(type: "TEXT", nullable: false),
                    correlation_key = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_subscriptions", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_tasks",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    definition = table.Column<long>(type: "INTEGER", nullable: false),
                    process_id = table.Column<string>(type: "TEXT", nullable: false),
                    business_key = table.Column<string>(type: "TEXT", nullable: true),
                    element = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    assignee = table.Column<string>(type: "TEXT", nullable: true),
                    candidate_groups = table.Column<string>(type: "TEXT", nullable: false),
                    candidate_users = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    follow_up_at = table.Column<long>(type: "INTEGER", nullable: true),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    form_id = table.Column<string>(type: "TEXT", nullable: true),
                    escalation_of = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_tasks", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_timers",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    host = table.Column<long>(type: "INTEGER", nullable: false),
                    element = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_timers", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "engine_tombstones",
                columns: table => new
                {
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seq = table.Column<long>(type: "INTEGER", nullable: false),
                    head_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purged_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    is_sealed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engine_tombstones", x => x.instance);
                });

            migrationBuilder.CreateIndex(
                name: "IX_engine_definitions_deployment",
                table: "engine_definitions",
                column: "deployment");

            migrationBuilder.CreateIndex(
                name: "IX_engine_definitions_process_id_version",
                table: "engine_definitions",
                columns: new[] { "process_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engine_deployments_content_hash",
                table: "engine_deployments",
                column: "content_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engine_history_command_id",
                table: "engine_history",
                column: "command_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engine_inbox_expires_at",
                table: "engine_inbox",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_engine_incidents_resolved_at",
                table: "engine_incidents",
                column: "resolved_at");

            migrationBuilder.CreateIndex(
                name: "IX_engine_instances_business_key",
                table: "engine_instances",
                column: "business_key");

            migrationBuilder.CreateIndex(
                name: "IX_engine_jobs_type_available_at",
                table: "engine_jobs",
                columns: new[] { "type", "available_at" });

            migrationBuilder.CreateIndex(
                name: "IX_engine_message_starts_message_name",
                table: "engine_message_starts",
                column: "message_name");

            migrationBuilder.CreateIndex(
                name: "IX_engine_messages_expires_at",
                table: "engine_messages",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_engine_messages_name_correlation_key_message_id",
                table: "engine_messages",
                columns: new[] { "name", "correlation_key", "message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_engine_outbox_available_at",
                table: "engine_outbox",
                column: "available_at");

            migrationBuilder.CreateIndex(
                name: "IX_engine_search_variables_name_number",
                table: "engine_search_variables",
                columns: new[] { "name", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_engine_search_variables_name_text",
                table: "engine_search_variables",
                columns: new[] { "name", "text" });

            migrationBuilder.CreateIndex(
                name: "IX_engine_start_reservations_instance",
                table: "engine_start_reservations",
                column: "instance");

            migrationBuilder.CreateIndex(
                name: "IX_engine_start_timers_due_at",
                table: "engine_start_timers",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_engine_subscriptions_message_name_correlation_key",
                table: "engine_subscriptions",
                columns: new[] { "message_name", "correlation_key" });

            migrationBuilder.CreateIndex(
                name: "IX_engine_tasks_state_created_at",
                table: "engine_tasks",
                columns: new[] { "state", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_engine_timers_due_at",
                table: "engine_timers",
                column: "due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "engine_blocks");

            migrationBuilder.DropTable(
                name: "engine_continuations");

            migrationBuilder.DropTable(
                name: "engine_definitions");

            migrationBuilder.DropTable(
                name: "engine_deployments");

            migrationBuilder.DropTable(
                name: "engine_forms");

            migrationBuilder.DropTable(
                name: "engine_history");

            migrationBuilder.DropTable(
                name: "engine_inbox");

            migrationBuilder.DropTable(
                name: "engine_incidents");

            migrationBuilder.DropTable(
                name: "engine_instances");

            migrationBuilder.DropTable(
                name: "engine_jobs");

            migrationBuilder.DropTable(
                name: "engine_message_correlations");

            migrationBuilder.DropTable(
                name: "engine_message_starts");

            migrationBuilder.DropTable(
                name: "engine_messages");

            migrationBuilder.DropTable(
                name: "engine_outbox");

            migrationBuilder.DropTable(
                name: "engine_process_scopes");

            migrationBuilder.DropTable(
                name: "engine_resources");

            migrationBuilder.DropTable(
                name: "engine_search_variables");

            migrationBuilder.DropTable(
                name: "engine_settings");

            migrationBuilder.DropTable(
                name: "engine_snapshots");

            migrationBuilder.DropTable(
                name: "engine_start_reservations");

            migrationBuilder.DropTable(
                name: "engine_start_timers");

            migrationBuilder.DropTable(
                name: "engine_subjects");

            migrationBuilder.DropTable(
                name: "engine_subscriptions");

            migrationBuilder.DropTable(
                name: "engine_tasks");

            migrationBuilder.DropTable(
                name: "engine_timers");

            migrationBuilder.DropTable(
                name: "engine_tombstones");
        }
    }
}
