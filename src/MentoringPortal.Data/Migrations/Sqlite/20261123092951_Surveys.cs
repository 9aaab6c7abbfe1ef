using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace MentoringPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Surveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Surveys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Contour = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surveys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Surveys_MentoringForms_FormId",
                        column: x => x.FormId,
                        principalTable: "MentoringForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyInvitations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    PairId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LinkUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    How = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_Pairs_PairId_OrganizationId",
                        columns: x => new { x.PairId, x.OrganizationId },
                        principalTable: "Pairs",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyQuestions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OnlyAt = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsReplaced = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyQuestions_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    InvitationId = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_SurveyInvitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "SurveyInvitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_SurveyQuestions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "SurveyQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Surveys",
                columns: new[] { "Id", "Contour", "FormId", "IsArchived", "Name", "Side", "Version" },
                values: new object[,]
                {
                    { 1, "Pupils", null, false, "Анкета наставляемого", "Mentee", 0 },
                    { 2, "Pupils", null, false, "Анкета наставника", "Mentor", 0 },
                    { 3, "Teachers", null, false, "Анкета педагога, у которого есть наставник", "Mentee", 0 },
                    { 4, "Teachers", null, false, "Анкета наставника педагога", "Mentor", 0 }
                });

            migrationBuilder.InsertData(
                table: "SurveyQuestions",
                columns: new[] { "Id", "IsReplaced", "Kind", "OnlyAt", "Ordinal", "SurveyId", "Text" },
                values: new object[,]
                {
                    { 1, false, "Scale", null, 1, 1, "Мне интересно учиться." },
                    { 2, false, "Scale", null, 2, 1, "Я понимаю, чего хочу добиться в этом году." },
                    { 3, false, "Scale", null, 3, 1, "Когда у меня трудности, мне есть к кому обратиться." },
                    { 4, false, "Scale", null, 4, 1, "С одноклассниками (однокурсниками) я нахожу общий язык." },
                    { 5, false, "Scale", null, 5, 1, "Я спокойно берусь за новое и незнакомое." },
                    { 6, false, "Scale", "Exit", 6, 1, "Встречи с наставником мне помогли." },
                    { 7, false, "Text", "Entry", 7, 1, "Чего вы ждёте от встреч с наставником?" },
                    { 8, false, "Text", "Exit", 8, 1, "Что у вас получилось за это время?" },
                    { 9, false, "Text", "Exit", 9, 1, "Что стоило бы сделать по-другому?" },
                    { 10, false, "Scale", null, 1, 2, "Я понимаю, чего от меня ждут как от наставника." },
                    { 11, false, "Scale", null, 2, 2, "Я умею выслушать и объяснить." },
                    { 12, false, "Scale", null, 3, 2, "Я знаю, что делать, если у наставляемого не получается." },
                    { 13, false, "Scale", null, 4, 2, "Мне хватает времени на встречи." },
                    { 14, false, "Scale", null, 5, 2, "Быть наставником полезно и для меня." },
                    { 15, false, "Scale", "Exit", 6, 2, "Наставляемый продвинулся к своей цели." },
                    { 16, false, "Text", "Entry", 7, 2, "Какая поддержка нужна вам самим?" },
                    { 17, false, "Text", "Exit", 8, 2, "Что получилось лучше всего?" },
                    { 18, false, "Text", "Exit", 9, 2, "Что мешало и что стоит изменить?" },
                    { 19, false, "Scale", null, 1, 3, "Я уверенно веду уроки и занятия." },
                    { 20, false, "Scale", null, 2, 3, "Я удерживаю внимание класса." },
                    { 21, false, "Scale", null, 3, 3, "Я знаю, как оценивать работу учеников." },
                    { 22, false, "Scale", null, 4, 3, "Мне легко разговаривать с родителями учеников." },
                    { 23, false, "Scale", null, 5, 3, "В коллективе мне есть у кого спросить совета." },
                    { 24, false, "Scale", "Exit", 6, 3, "Встречи с наставником мне помогли." },
                    { 25, false, "Text", "Entry", 7, 3, "Какая помощь нужна вам в первую очередь?" },
                    { 26, false, "Text", "Exit", 8, 3, "Что изменилось в вашей работе?" },
                    { 27, false, "Text", "Exit", 9, 3, "Что стоило бы сделать по-другому?" },
                    { 28, false, "Scale", null, 1, 4, "Я понимаю, какая помощь нужна коллеге." },
                    { 29, false, "Scale", null, 2, 4, "Я умею говорить о чужом уроке так, чтобы это помогало." },
                    { 30, false, "Scale", null, 3, 4, "Мне хватает времени на встречи и уроки коллеги." },
                    { 31, false, "Scale", null, 4, 4, "Школа поддерживает меня как наставника." },
                    { 32, false, "Scale", null, 5, 4, "Быть наставником полезно и для меня." },
                    { 33, false, "Scale", "Exit", 6, 4, "Коллега работает увереннее, чем раньше." },
                    { 34, false, "Text", "Entry", 7, 4, "Какая поддержка нужна вам самим?" },
                    { 35, false, "Text", "Exit", 8, 4, "Что получилось лучше всего?" },
                    { 36, false, "Text", "Exit", 9, 4, "Что мешало и что стоит изменить?" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_InvitationId_QuestionId",
                table: "SurveyAnswers",
                columns: new[] { "InvitationId", "QuestionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_QuestionId",
                table: "SurveyAnswers",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_CodeHash",
                table: "SurveyInvitations",
                column: "CodeHash",
                unique: true,
                filter: "\"CodeHash\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_PairId_OrganizationId",
                table: "SurveyInvitations",
                columns: new[] { "PairId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_PairId_PersonId_Stage",
                table: "SurveyInvitations",
                columns: new[] { "PairId", "PersonId", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_PersonId",
                table: "SurveyInvitations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_SurveyId",
                table: "SurveyInvitations",
                column: "SurveyId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_SurveyId",
                table: "SurveyQuestions",
                column: "SurveyId");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_FormId",
                table: "Surveys",
                column: "FormId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SurveyAnswers");

            migrationBuilder.DropTable(
                name: "SurveyInvitations");

            migrationBuilder.DropTable(
                name: "SurveyQuestions");

            migrationBuilder.DropTable(
                name: "Surveys");
        }
    }
}
