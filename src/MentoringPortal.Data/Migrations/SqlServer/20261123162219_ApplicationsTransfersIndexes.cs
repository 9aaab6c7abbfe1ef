using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ApplicationsTransfersIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Roadmaps_OrganizationId",
                table: "Roadmaps");

            migrationBuilder.CreateTable(
                name: "ApplicationLinks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ClassName = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    CodeHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Places = table.Column<int>(type: "int", nullable: false),
                    Taken = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationLinks_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Surname = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Given = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Patronymic = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    NameKey = table.Column<string>(type: "nvarchar(362)", maxLength: 362, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ClassName = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Position = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Contact = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ParentName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ParentContact = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    TopicIds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Interests = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Time = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Applications_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "IX_SurveyInvitations_OrganizationId_SurveyId",
                table: "SurveyInvitations",
                columns: new[] { "OrganizationId", "SurveyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Roadmaps_OrganizationId_SortKey",
                table: "Roadmaps",
                columns: new[] { "OrganizationId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_People_OrganizationId_SortKey",
                table: "People",
                columns: new[] { "OrganizationId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairs_State_From",
                table: "Pairs",
                columns: new[] { "State", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_PairMentors_OrganizationId",
                table: "PairMentors",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PairMentees_OrganizationId",
                table: "PairMentees",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_OrganizationId_SortKey",
                table: "Orders",
                columns: new[] { "OrganizationId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationLinks_CodeHash",
                table: "ApplicationLinks",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationLinks_OrganizationId",
                table: "ApplicationLinks",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_OrganizationId",
                table: "Applications",
                column: "OrganizationId");

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
                name: "ApplicationLinks");

            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropIndex(
                name: "IX_SurveyInvitations_OrganizationId_SurveyId",
                table: "SurveyInvitations");

            migrationBuilder.DropIndex(
                name: "IX_Roadmaps_OrganizationId_SortKey",
                table: "Roadmaps");

            migrationBuilder.DropIndex(
                name: "IX_People_OrganizationId_SortKey",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Pairs_State_From",
                table: "Pairs");

            migrationBuilder.DropIndex(
                name: "IX_PairMentors_OrganizationId",
                table: "PairMentors");

            migrationBuilder.DropIndex(
                name: "IX_PairMentees_OrganizationId",
                table: "PairMentees");

            migrationBuilder.DropIndex(
                name: "IX_Orders_OrganizationId_SortKey",
                table: "Orders");

            migrationBuilder.CreateIndex(
                name: "IX_Roadmaps_OrganizationId",
                table: "Roadmaps",
                column: "OrganizationId");
        }
    }
}
