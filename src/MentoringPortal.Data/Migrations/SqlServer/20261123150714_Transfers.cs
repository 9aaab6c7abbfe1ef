using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    FromName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    ToOrganizationId = table.Column<int>(type: "int", nullable: false),
                    ToName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Surname = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Given = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Patronymic = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    NameKey = table.Column<string>(type: "nvarchar(362)", maxLength: 362, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ClassName = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    IsMentee = table.Column<bool>(type: "bit", nullable: false),
                    IsRefused = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Transfers_Organizations_ToOrganizationId",
                        column: x => x.ToOrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Transfers_People_PersonId_OrganizationId",
                        columns: x => new { x.PersonId, x.OrganizationId },
                        principalTable: "People",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_PersonId",
                table: "Transfers",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_PersonId_OrganizationId",
                table: "Transfers",
                columns: new[] { "PersonId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_ToOrganizationId",
                table: "Transfers",
                column: "ToOrganizationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Transfers");
        }
    }
}
