using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace MentoringPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleAndPairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CountsAsId",
                table: "MentoringForms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MenteeKind",
                table: "MentoringForms",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MentorKind",
                table: "MentoringForms",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsConfidential",
                table: "Files",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ConsentRules",
                columns: table => new
                {
                    Activity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentRules", x => x.Activity);
                });

            migrationBuilder.CreateTable(
                name: "PartnerAgreements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerAgreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerAgreements_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerAgreements_Organizations_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Surname = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Given = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Patronymic = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 362, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TeachingSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    ClassLetter = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Position = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ParentName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ParentContact = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsParentContactShared = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SearchKey = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SortKey = table.Column<byte[]>(type: "BLOB", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.UniqueConstraint("AK_People_Id_OrganizationId", x => new { x.Id, x.OrganizationId });
                    table.ForeignKey(
                        name: "FK_People_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Programmes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FormId = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Programmes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Programmes_MentoringForms_FormId",
                        column: x => x.FormId,
                        principalTable: "MentoringForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    UnconfirmedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    DestructionDays = table.Column<int>(type: "INTEGER", nullable: false),
                    YoungTeacherYears = table.Column<int>(type: "INTEGER", nullable: false),
                    AgeBands = table.Column<string>(type: "TEXT", nullable: false),
                    LastGrade = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights = table.Column<string>(type: "TEXT", nullable: false),
                    Reminders = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Topics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topics", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SignerName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HasOwnLine = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PaperNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_People_PersonId_OrganizationId",
                        columns: x => new { x.PersonId, x.OrganizationId },
                        principalTable: "People",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Enrolments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ProviderId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enrolments_Organizations_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Enrolments_People_PersonId_OrganizationId",
                        columns: x => new { x.PersonId, x.OrganizationId },
                        principalTable: "People",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mentees",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Request = table.Column<string>(type: "TEXT", nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Time = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentees", x => x.Id);
                    table.UniqueConstraint("AK_Mentees_Id_OrganizationId", x => new { x.Id, x.OrganizationId });
                    table.ForeignKey(
                        name: "FK_Mentees_People_PersonId_OrganizationId",
                        columns: x => new { x.PersonId, x.OrganizationId },
                        principalTable: "People",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Mentors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Workplace = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Competences = table.Column<string>(type: "TEXT", nullable: true),
                    Achievements = table.Column<string>(type: "TEXT", nullable: true),
                    Interests = table.Column<string>(type: "TEXT", nullable: true),
                    AgeFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    AgeTo = table.Column<int>(type: "INTEGER", nullable: true),
                    Time = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    TrainedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Certificate = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EmployeeConsentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ContractAddition = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsOffered = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mentors_Organizations_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentors_People_PersonId_OrganizationId",
                        columns: x => new { x.PersonId, x.OrganizationId },
                        principalTable: "People",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentors_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pairs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    FormId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgrammeId = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OrderDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsBackdated = table.Column<bool>(type: "INTEGER", nullable: false),
                    UnconfirmedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    CaseLink = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PaperJournalConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pairs", x => x.Id);
                    table.UniqueConstraint("AK_Pairs_Id_OrganizationId", x => new { x.Id, x.OrganizationId });
                    table.ForeignKey(
                        name: "FK_Pairs_MentoringForms_FormId",
                        column: x => x.FormId,
                        principalTable: "MentoringForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Pairs_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Pairs_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MenteeTopics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    MenteeId = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MenteeTopics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MenteeTopics_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MenteeTopics_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MentorAvailabilities",
                columns: table => new
                {
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    HomeOrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorAvailabilities", x => new { x.MentorId, x.OrganizationId });
                    table.ForeignKey(
                        name: "FK_MentorAvailabilities_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MentorAvailabilities_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MentorOffers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentorOffers_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MentorTopics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorTopics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentorTopics_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MentorTopics_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PairId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Topic = table.Column<string>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    LoggedById = table.Column<int>(type: "INTEGER", nullable: false),
                    LoggedByName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meetings_Pairs_PairId_OrganizationId",
                        columns: x => new { x.PairId, x.OrganizationId },
                        principalTable: "Pairs",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PairMentees",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PairId = table.Column<int>(type: "INTEGER", nullable: false),
                    MenteeId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairMentees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PairMentees_Mentees_MenteeId_OrganizationId",
                        columns: x => new { x.MenteeId, x.OrganizationId },
                        principalTable: "Mentees",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PairMentees_Pairs_PairId_OrganizationId",
                        columns: x => new { x.PairId, x.OrganizationId },
                        principalTable: "Pairs",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanTasks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PairId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Goal = table.Column<string>(type: "TEXT", nullable: true),
                    Task = table.Column<string>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanTasks_Pairs_PairId_OrganizationId",
                        columns: x => new { x.PairId, x.OrganizationId },
                        principalTable: "Pairs",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PairMentors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    PairId = table.Column<int>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairMentors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PairMentors_MentorAvailabilities_MentorId_OrganizationId",
                        columns: x => new { x.MentorId, x.OrganizationId },
                        principalTable: "MentorAvailabilities",
                        principalColumns: new[] { "MentorId", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PairMentors_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PairMentors_Pairs_PairId_OrganizationId",
                        columns: x => new { x.PairId, x.OrganizationId },
                        principalTable: "Pairs",
                        principalColumns: new[] { "Id", "OrganizationId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MentorRequests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    AskerName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnerOrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    OfferId = table.Column<int>(type: "INTEGER", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentorRequests_MentorOffers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "MentorOffers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MentorRequests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "ConsentRules",
                columns: new[] { "Activity", "Kind", "Version" },
                values: new object[,]
                {
                    { "OutsideMentor", "Transfer", 0 },
                    { "Pair", "Processing", 0 },
                    { "Publication", "Publication", 0 },
                    { "Register", null, 0 }
                });

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "CountsAsId", "MenteeKind", "MentorKind" },
                values: new object[] { 1, "Pupil", "Pupil" });

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 2,
                columns: new[] { "CountsAsId", "MenteeKind", "MentorKind" },
                values: new object[] { 2, "Teacher", "Teacher" });

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 3,
                columns: new[] { "CountsAsId", "MenteeKind", "MentorKind" },
                values: new object[] { 3, "Pupil", "Student" });

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 4,
                columns: new[] { "CountsAsId", "MenteeKind", "MentorKind" },
                values: new object[] { 4, "Pupil", "Specialist" });

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 5,
                columns: new[] { "CountsAsId", "MenteeKind", "MentorKind" },
                values: new object[] { 5, "Student", "Specialist" });

            migrationBuilder.UpdateData(
                table: "MentoringForms",
                keyColumn: "Id",
                keyValue: 6,
                columns: new[] { "CountsAsId", "MenteeKind", "MentorKind" },
                values: new object[] { 4, "Pupil", "Teacher" });

            migrationBuilder.InsertData(
                table: "Topics",
                columns: new[] { "Id", "IsActive", "Name", "Version" },
                values: new object[,]
                {
                    { 1, true, "Подготовка к экзаменам", 0 },
                    { 2, true, "Учебные трудности", 0 },
                    { 3, true, "Олимпиады и конкурсы", 0 },
                    { 4, true, "Исследования и проекты", 0 },
                    { 5, true, "Выбор профессии", 0 },
                    { 6, true, "Творчество", 0 },
                    { 7, true, "Спорт", 0 },
                    { 8, true, "Общение и дружба", 0 },
                    { 9, true, "Привыкание к новой школе", 0 },
                    { 10, true, "Русский язык как неродной", 0 },
                    { 11, true, "Цифровые навыки", 0 },
                    { 12, true, "Методика урока", 0 },
                    { 13, true, "Классное руководство", 0 },
                    { 14, true, "Работа с родителями", 0 },
                    { 15, true, "Рабочие документы педагога", 0 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_FileId",
                table: "Consents",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_OrganizationId_ValidTo",
                table: "Consents",
                columns: new[] { "OrganizationId", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_PersonId_Kind",
                table: "Consents",
                columns: new[] { "PersonId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_PersonId_OrganizationId",
                table: "Consents",
                columns: new[] { "PersonId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_OrganizationId_From",
                table: "Enrolments",
                columns: new[] { "OrganizationId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_PersonId_OrganizationId",
                table: "Enrolments",
                columns: new[] { "PersonId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_ProviderId",
                table: "Enrolments",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_OrganizationId_Date",
                table: "Meetings",
                columns: new[] { "OrganizationId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_PairId_Date",
                table: "Meetings",
                columns: new[] { "PairId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_PairId_OrganizationId",
                table: "Meetings",
                columns: new[] { "PairId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentees_OrganizationId_LeftOn",
                table: "Mentees",
                columns: new[] { "OrganizationId", "LeftOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentees_PersonId_OrganizationId",
                table: "Mentees",
                columns: new[] { "PersonId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MenteeTopics_MenteeId_TopicId",
                table: "MenteeTopics",
                columns: new[] { "MenteeId", "TopicId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MenteeTopics_TopicId",
                table: "MenteeTopics",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_MentorAvailabilities_OrganizationId",
                table: "MentorAvailabilities",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_MentorOffers_OneOpen",
                table: "MentorOffers",
                column: "MentorId",
                unique: true,
                filter: "WithdrawnOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MentorRequests_OfferId",
                table: "MentorRequests",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_MentorRequests_OrganizationId",
                table: "MentorRequests",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_MentorRequests_OwnerOrganizationId_State",
                table: "MentorRequests",
                columns: new[] { "OwnerOrganizationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentors_OrganizationId_LeftOn",
                table: "Mentors",
                columns: new[] { "OrganizationId", "LeftOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentors_PartnerId",
                table: "Mentors",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentors_PersonId_OrganizationId",
                table: "Mentors",
                columns: new[] { "PersonId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mentors_UserId",
                table: "Mentors",
                column: "UserId",
                unique: true,
                filter: "UserId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MentorTopics_MentorId_TopicId",
                table: "MentorTopics",
                columns: new[] { "MentorId", "TopicId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MentorTopics_TopicId",
                table: "MentorTopics",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_PairMentees_MenteeId_OrganizationId",
                table: "PairMentees",
                columns: new[] { "MenteeId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_PairMentees_PairId_MenteeId",
                table: "PairMentees",
                columns: new[] { "PairId", "MenteeId" });

            migrationBuilder.CreateIndex(
                name: "IX_PairMentees_PairId_OrganizationId",
                table: "PairMentees",
                columns: new[] { "PairId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_PairMentors_MentorId_OrganizationId",
                table: "PairMentors",
                columns: new[] { "MentorId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_PairMentors_OneCurrent",
                table: "PairMentors",
                column: "PairId",
                unique: true,
                filter: "\"To\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PairMentors_PairId_OrganizationId",
                table: "PairMentors",
                columns: new[] { "PairId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairs_FormId",
                table: "Pairs",
                column: "FormId");

            migrationBuilder.CreateIndex(
                name: "IX_Pairs_OrganizationId_State",
                table: "Pairs",
                columns: new[] { "OrganizationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Pairs_ProgrammeId",
                table: "Pairs",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerAgreements_FileId",
                table: "PartnerAgreements",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerAgreements_PartnerId",
                table: "PartnerAgreements",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_People_OrganizationId_NameKey",
                table: "People",
                columns: new[] { "OrganizationId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_People_SortKey",
                table: "People",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_PlanTasks_PairId_OrganizationId",
                table: "PlanTasks",
                columns: new[] { "PairId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Programmes_FormId",
                table: "Programmes",
                column: "FormId");

            migrationBuilder.CreateIndex(
                name: "IX_Topics_Name",
                table: "Topics",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsentRules");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "Enrolments");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "MenteeTopics");

            migrationBuilder.DropTable(
                name: "MentorRequests");

            migrationBuilder.DropTable(
                name: "MentorTopics");

            migrationBuilder.DropTable(
                name: "PairMentees");

            migrationBuilder.DropTable(
                name: "PairMentors");

            migrationBuilder.DropTable(
                name: "PartnerAgreements");

            migrationBuilder.DropTable(
                name: "PlanTasks");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "MentorOffers");

            migrationBuilder.DropTable(
                name: "Topics");

            migrationBuilder.DropTable(
                name: "Mentees");

            migrationBuilder.DropTable(
                name: "MentorAvailabilities");

            migrationBuilder.DropTable(
                name: "Pairs");

            migrationBuilder.DropTable(
                name: "Mentors");

            migrationBuilder.DropTable(
                name: "Programmes");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropColumn(
                name: "CountsAsId",
                table: "MentoringForms");

            migrationBuilder.DropColumn(
                name: "MenteeKind",
                table: "MentoringForms");

            migrationBuilder.DropColumn(
                name: "MentorKind",
                table: "MentoringForms");

            migrationBuilder.DropColumn(
                name: "IsConfidential",
                table: "Files");
        }
    }
}
