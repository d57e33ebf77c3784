using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Orchestrator.Storage.Sqlite.Migrations.Accounts
{
    /// <inheritdoc />
    public partial class AddCalendarFeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "identity_calendar_feeds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    owner = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    group = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    secret_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    request = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_calendar_feeds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_calendar_feed_entries",
                columns: table => new
                {
                    feed = table.Column<long>(type: "INTEGER", nullable: false),
                    deadline = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    instance = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    cancelled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_calendar_feed_entries", x => new { x.feed, x.deadline });
                    table.ForeignKey(
                        name: "FK_identity_calendar_feed_entries_identity_calendar_feeds_feed",
                        column: x => x.feed,
                        principalTable: "identity_calendar_feeds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_calendar_feeds_owner",
                table: "identity_calendar_feeds",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_identity_calendar_feeds_request",
                table: "identity_calendar_feeds",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_calendar_feeds_secret_hash",
                table: "identity_calendar_feeds",
                column: "secret_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_calendar_feed_entries");

            migrationBuilder.DropTable(
                name: "identity_calendar_feeds");
        }
    }
}
