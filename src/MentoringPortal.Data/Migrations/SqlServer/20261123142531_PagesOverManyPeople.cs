using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PagesOverManyPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Roadmaps_OrganizationId",
                table: "Roadmaps");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
