using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HeadcountsAndTargets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "OpenedOn",
                table: "Organizations",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "OrderId",
                table: "CoverageTargets",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.AddColumn<string>(
                name: "Counted",
                table: "CoverageTargets",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "CoverageTargets",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "CoverageTargets",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "CoverageTargets",
                type: "int",
                nullable: false,
                defaultValue: 0);

            // Targets of papers that were read before: the line 15/30/70 speaks of supplementary programmes; the others wait for somebody to say whom they mean.
            migrationBuilder.Sql("EXEC(N'UPDATE CoverageTargets SET Counted = ''PupilsInProgrammes'' WHERE Population LIKE N''%дополнительн%''');");

            migrationBuilder.CreateTable(
                name: "Headcounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: true),
                    SchoolYear = table.Column<int>(type: "int", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Pupils = table.Column<int>(type: "int", nullable: true),
                    PupilsInBand = table.Column<int>(type: "int", nullable: true),
                    PupilsInProgrammes = table.Column<int>(type: "int", nullable: true),
                    Teachers = table.Column<int>(type: "int", nullable: true),
                    YoungTeachers = table.Column<int>(type: "int", nullable: true),
                    Enterprises = table.Column<int>(type: "int", nullable: true),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EnteredByName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Headcounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Headcounts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Headcounts_OrganizationId",
                table: "Headcounts",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Headcounts_SchoolYear_OrganizationId",
                table: "Headcounts",
                columns: new[] { "SchoolYear", "OrganizationId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Headcounts");

            migrationBuilder.DropColumn(
                name: "OpenedOn",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Counted",
                table: "CoverageTargets");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "CoverageTargets");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "CoverageTargets");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "CoverageTargets");

            migrationBuilder.AlterColumn<int>(
                name: "OrderId",
                table: "CoverageTargets",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);
        }
    }
}
