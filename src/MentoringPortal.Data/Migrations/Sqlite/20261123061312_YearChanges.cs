using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class YearChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "YearChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_YearChanges_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "YearMove",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    YearChangeId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    VersionAfter = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearMove", x => x.Id);
                    table.ForeignKey(
                        name: "FK_YearMove_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_YearMove_YearChanges_YearChangeId",
                        column: x => x.YearChangeId,
                        principalTable: "YearChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "YearPair",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    YearChangeId = table.Column<int>(type: "INTEGER", nullable: false),
                    PairId = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RenewedId = table.Column<int>(type: "INTEGER", nullable: true),
                    UnconfirmedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VersionAfter = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearPair", x => x.Id);
                    table.ForeignKey(
                        name: "FK_YearPair_Pairs_PairId",
                        column: x => x.PairId,
                        principalTable: "Pairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_YearPair_Pairs_RenewedId",
                        column: x => x.RenewedId,
                        principalTable: "Pairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_YearPair_YearChanges_YearChangeId",
                        column: x => x.YearChangeId,
                        principalTable: "YearChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_YearChanges_OrganizationId",
                table: "YearChanges",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_YearChanges_Year_OrganizationId",
                table: "YearChanges",
                columns: new[] { "Year", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_YearMove_PersonId",
                table: "YearMove",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_YearMove_YearChangeId",
                table: "YearMove",
                column: "YearChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_YearPair_PairId",
                table: "YearPair",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_YearPair_RenewedId",
                table: "YearPair",
                column: "RenewedId");

            migrationBuilder.CreateIndex(
                name: "IX_YearPair_YearChangeId",
                table: "YearPair",
                column: "YearChangeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "YearMove");

            migrationBuilder.DropTable(
                name: "YearPair");

            migrationBuilder.DropTable(
                name: "YearChanges");
        }
    }
}
