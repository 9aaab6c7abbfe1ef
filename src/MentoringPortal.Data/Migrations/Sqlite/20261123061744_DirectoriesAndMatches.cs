using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DirectoriesAndMatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ExpertOpinion",
                table: "Programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "MentoringForms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SupportedBy",
                table: "Mentees",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SupportedSince",
                table: "Mentees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PersonMatches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FirstPersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstOrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstAnswer = table.Column<bool>(type: "INTEGER", nullable: true),
                    SecondPersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondOrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SecondKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SecondAnswer = table.Column<bool>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonMatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonMatches_People_FirstPersonId_FirstOrganizationId",
                        columns: x => new { x.FirstPersonId, x.FirstOrganizationId },
                        principalTable: "People",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonMatches_People_SecondPersonId_SecondOrganizationId",
                        columns: x => new { x.SecondPersonId, x.SecondOrganizationId },
                        principalTable: "People",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 1,
                column: "Version",
                value: 0);

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 2,
                column: "Version",
                value: 0);

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 3,
                column: "Version",
                value: 0);

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 4,
                column: "Version",
                value: 0);

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 5,
                column: "Version",
                value: 0);

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 6,
                column: "Version",
                value: 0);

            migrationBuilder.CreateIndex(
                name: "IX_People_NameKey",
                table: "People",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringForms_Name",
                table: "MentoringForms",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonMatches_FirstOrganizationId",
                table: "PersonMatches",
                column: "FirstOrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonMatches_FirstPersonId_FirstOrganizationId",
                table: "PersonMatches",
                columns: new[] { "FirstPersonId", "FirstOrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonMatches_FirstPersonId_SecondPersonId",
                table: "PersonMatches",
                columns: new[] { "FirstPersonId", "SecondPersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonMatches_SecondOrganizationId",
                table: "PersonMatches",
                column: "SecondOrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonMatches_SecondPersonId_SecondOrganizationId",
                table: "PersonMatches",
                columns: new[] { "SecondPersonId", "SecondOrganizationId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PersonMatches");

            migrationBuilder.DropIndex(
                name: "IX_People_NameKey",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_MentoringForms_Name",
                table: "MentoringForms");

            migrationBuilder.DropColumn(
                name: "ExpertOpinion",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "MentoringForms");

            migrationBuilder.DropColumn(
                name: "SupportedBy",
                table: "Mentees");

            migrationBuilder.DropColumn(
                name: "SupportedSince",
                table: "Mentees");
        }
    }
}
