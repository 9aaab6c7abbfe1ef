using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProgrammeReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ProgrammeReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SchoolYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Strengths = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Weaknesses = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Opportunities = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Threats = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeReviews_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeReviews_OrganizationId",
                table: "ProgrammeReviews",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeReviews_SchoolYear_OrganizationId",
                table: "ProgrammeReviews",
                columns: new[] { "SchoolYear", "OrganizationId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProgrammeReviews");
        }
    }
}
