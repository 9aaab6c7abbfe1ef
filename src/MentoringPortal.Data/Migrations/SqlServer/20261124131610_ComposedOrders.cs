using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentoringPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ComposedOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AddressedTo",
                table: "Orders",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChangesId",
                table: "Orders",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangesTo",
                table: "Orders",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckCode",
                table: "Orders",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "IssuedDocxId",
                table: "Orders",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IssuedHash",
                table: "Orders",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "IssuedPdfId",
                table: "Orders",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Performer",
                table: "Orders",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "Orders",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AcknowledgedAt",
                table: "OrderRecipients",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AcknowledgedByName",
                table: "OrderRecipients",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_ChangesId",
                table: "Orders",
                column: "ChangesId");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_CheckCode",
                table: "Orders",
                column: "CheckCode",
                unique: true,
                filter: "\"CheckCode\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Orders_Orders_ChangesId",
                table: "Orders",
                column: "ChangesId",
                principalTable: "Orders",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Orders_Orders_ChangesId",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_ChangesId",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_CheckCode",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "AddressedTo",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "ChangesId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "ChangesTo",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CheckCode",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IssuedDocxId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IssuedHash",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "IssuedPdfId",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Performer",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "AcknowledgedAt",
                table: "OrderRecipients");

            migrationBuilder.DropColumn(
                name: "AcknowledgedByName",
                table: "OrderRecipients");
        }
    }
}
