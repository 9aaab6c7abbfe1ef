using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Indicators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "OrderId",
                table: "Indicators",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.AddColumn<string>(
                name: "Counted",
                table: "Indicators",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CountedFormId",
                table: "Indicators",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FromAge",
                table: "Indicators",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Indicators",
                type: "nvarchar(max)",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OfHeadcount",
                table: "Indicators",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OfMeasure",
                table: "Indicators",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ToAge",
                table: "Indicators",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Indicators",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_CountedFormId",
                table: "Indicators",
                column: "CountedFormId");

            migrationBuilder.AddForeignKey(
                name: "FK_Indicators_MentoringForms_CountedFormId",
                table: "Indicators",
                column: "CountedFormId",
                principalTable: "MentoringForms",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Indicators_MentoringForms_CountedFormId",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Indicators_CountedFormId",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Counted",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "CountedFormId",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "FromAge",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "OfHeadcount",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "OfMeasure",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "ToAge",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Indicators");

            migrationBuilder.AlterColumn<int>(
                name: "OrderId",
                table: "Indicators",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);
        }
    }
}
