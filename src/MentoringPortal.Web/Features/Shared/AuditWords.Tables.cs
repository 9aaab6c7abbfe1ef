namespace MentoringPortal.Web.Features.Shared;

public static partial class AuditWords
{
    private static readonly Dictionary<string, string> Entities = new(StringComparer.Ordinal)
    {
        ["Department"] = "карточка управления", ["DepartmentUnit"] = "подразделение", ["Organization"] = "организация",
        ["Participation"] = "участие в учебном году", ["ParticipationForm"] = "выбранная форма", ["MentoringForm"] = "форма наставничества",
        ["Appointment"] = "назначение", ["PortalUser"] = "учётная запись", ["AccountLink"] = "одноразовая ссылка", ["UserSession"] = "сеанс",
        ["Order"] = "приказ, письмо", ["OrderRecipient"] = "адресат", ["Clause"] = "пункт приказа", ["CoverageTarget"] = "целевой показатель",
        ["Indicator"] = "индикатор", ["InformationRequest"] = "запрос сведений", ["Roadmap"] = "дорожная карта", ["RoadmapSection"] = "раздел карты",
        ["RoadmapItem"] = "мероприятие", ["Execution"] = "исполнение", ["ExecutionEvent"] = "событие исполнения", ["DeadlineChange"] = "изменение срока",
        ["Obligation"] = "обязательство", ["ObligationPart"] = "часть обязательства", ["RoadmapImport"] = "черновик загрузки", ["StoredFile"] = "файл",
    };

    /// <summary>By «Entity.Field», or by «Field» where it means the same everywhere.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Name"] = "название", ["NameGenitive"] = "название, родительный падеж", ["NameDative"] = "название, дательный падеж", ["ShortName"] = "краткое название",
        ["FullName"] = "полное название", ["Municipality"] = "муниципалитет", ["Letterhead"] = "строки бланка", ["Letterhead2"] = "бланк на втором языке",
        ["Letterhead2Language"] = "второй язык бланка", ["Place"] = "место издания", ["HeadPosition"] = "должность руководителя", ["HeadName"] = "руководитель",
        ["Address"] = "адрес", ["Phone"] = "телефон", ["Email"] = "почта", ["Okpo"] = "ОКПО", ["Ogrn"] = "ОГРН", ["Inn"] = "ИНН", ["Kpp"] = "КПП",
        ["Abbreviation"] = "сокращение", ["ClosedOn"] = "дата закрытия", ["Kind"] = "вид", ["OrganizationId"] = "организация", ["SchoolYear"] = "учебный год",
        ["TakesPart"] = "участвует", ["OrderNumber"] = "номер приказа", ["OrderDate"] = "дата приказа", ["MentoringFormId"] = "форма", ["Planned"] = "план, человек",
        ["ParticipationId"] = "участие", ["IsCanonical"] = "из методологии", ["DepartmentUnitId"] = "подразделение", ["Role"] = "роль", ["PersonName"] = "человек",
        ["Position"] = "должность", ["From"] = "с какого дня", ["To"] = "по какой день", ["ConfirmedFor"] = "подтверждено на учебный год",
        ["DisplayName"] = "имя", ["UserName"] = "имя для входа", ["IsDisabled"] = "отключена", ["MustChangePassword"] = "нужен новый пароль",
        ["PasswordExpiresAt"] = "срок одноразового пароля", ["LastSignInAt"] = "последний вход", ["PreviousSignInAt"] = "предыдущий вход", ["IsDemo"] = "учебная",
        ["EmailConfirmed"] = "почта подтверждена", ["PhoneNumber"] = "телефон", ["PhoneNumberConfirmed"] = "телефон подтверждён",
        ["TwoFactorEnabled"] = "второй шаг входа", ["LockoutEnabled"] = "закрытие входа", ["LockoutEnd"] = "вход закрыт до",
        ["UserId"] = "учётная запись", ["Purpose"] = "назначение", ["CreatedAt"] = "создано", ["ExpiresAt"] = "действует до", ["UsedAt"] = "использована",
        ["StartedAt"] = "начало", ["EndedAt"] = "окончание", ["State"] = "состояние", ["Number"] = "номер", ["Date"] = "дата", ["Year"] = "год",
        ["Title"] = "заголовок", ["Issuer"] = "кто издал", ["Contacts"] = "реквизиты", ["Addressee"] = "адресат", ["InReplyToNumber"] = "в ответ на номер",
        ["InReplyToDate"] = "в ответ на дату", ["Preamble"] = "вступление", ["Operative"] = "распорядительное слово", ["Basis"] = "основания",
        ["Paragraphs"] = "абзацы", ["SignatoryPosition"] = "должность подписавшего", ["SignatoryName"] = "кто подписал", ["Control"] = "контроль",
        ["PeriodStart"] = "начало периода", ["PeriodEnd"] = "конец периода", ["Appendices"] = "приложения", ["Remarks"] = "замечания", ["Unused"] = "неразобранный текст",
        ["OrderId"] = "приказ", ["Ordinal"] = "порядок", ["Text"] = "текст", ["Responsible"] = "ответственные", ["Deadline"] = "срок", ["Documents"] = "документы",
        ["RoadmapItemId"] = "мероприятие", ["Percent"] = "процент", ["By"] = "к какому дню", ["Population"] = "среди кого", ["Unit"] = "единица", ["Form"] = "форма",
        ["Numerator"] = "числитель", ["Denominator"] = "знаменатель", ["Plan"] = "план", ["What"] = "что сообщить", ["Due"] = "срок", ["MustContain"] = "что должно быть",
        ["SendTo"] = "куда направить", ["CopiedFromId"] = "скопирована с", ["IsArchived"] = "в архиве", ["RoadmapId"] = "дорожная карта", ["SectionId"] = "раздел",
        ["Activity"] = "мероприятие", ["Result"] = "результат", ["StartsOn"] = "начало", ["DueOn"] = "срок", ["TargetPercent"] = "целевой процент",
        ["Executor"] = "исполнитель", ["OutsideBody"] = "внешний исполнитель", ["Comment"] = "пояснение", ["ProofKind"] = "документ", ["ProofNumber"] = "номер документа",
        ["ProofDate"] = "дата документа", ["AsksRelease"] = "просит снять", ["ChangedAt"] = "изменено", ["ExecutionId"] = "исполнение",
        ["ExecutionEvent.From"] = "было", ["ExecutionEvent.To"] = "стало", ["ById"] = "кто", ["ByName"] = "кто", ["At"] = "когда",
        ["OldText"] = "срок прежде", ["OldDueOn"] = "дата прежде", ["NewText"] = "новый срок", ["NewDueOn"] = "новая дата", ["ChangedById"] = "кто изменил",
        ["ChangedByName"] = "кто изменил", ["Reason"] = "причина", ["Subject"] = "предмет", ["ObligationId"] = "обязательство", ["ClauseId"] = "пункт",
        ["Document"] = "документ", ["AuthorId"] = "автор", ["FileName"] = "имя файла", ["StoredName"] = "имя в хранилище", ["ContentType"] = "тип файла",
        ["Size"] = "размер", ["Sha256"] = "контрольная сумма", ["Reading"] = "разобранный документ", ["UploadedAt"] = "загружен", ["UploadedById"] = "кто загрузил",
        ["UploadedByName"] = "кто загрузил", ["RemovedAt"] = "удалён",
    };

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["OrganizationKind.School"] = "школа", ["OrganizationKind.SupplementaryEducation"] = "дополнительное образование",
        ["OrganizationKind.Kindergarten"] = "детский сад", ["OrganizationKind.College"] = "колледж", ["OrganizationKind.MethodicalCentre"] = "методический центр",
        ["OrganizationKind.Enterprise"] = "предприятие", ["OrganizationKind.University"] = "вуз",
        ["AppointmentRole.Curator"] = "куратор", ["AppointmentRole.DataKeeper"] = "ответственный за данные",
        ["AppointmentRole.WorkingGroupHead"] = "руководитель рабочей группы", ["AppointmentRole.WorkingGroupMember"] = "член рабочей группы",
        ["AppointmentRole.UnitHead"] = "руководитель подразделения", ["AppointmentRole.UnitMember"] = "сотрудник подразделения",
        ["Role.Admin"] = "администратор", ["Role.Department"] = "специалист управления", ["Role.Official"] = "руководитель (только просмотр)",
        ["Role.Curator"] = "куратор организации", ["Role.Mentor"] = "наставник",
        ["AccountLinkPurpose.Invitation"] = "приглашение", ["AccountLinkPurpose.PasswordReset"] = "новый пароль",
        ["OrderKind.Order"] = "приказ", ["OrderKind.Letter"] = "письмо",
        ["OrderState.Draft"] = "черновик", ["OrderState.Prepared"] = "подготовлен", ["OrderState.Registered"] = "зарегистрирован",
        ["OrderState.Amended"] = "изменён", ["OrderState.Repealed"] = "утратил силу",
        ["ExecutorKind.Department"] = "управление", ["ExecutorKind.Unit"] = "подразделение", ["ExecutorKind.Outside"] = "внешняя организация",
        ["ExecutorKind.Organization"] = "организация",
        ["ExecutionState.NotStarted"] = "не начато", ["ExecutionState.InProgress"] = "в работе", ["ExecutionState.Submitted"] = "на проверке",
        ["ExecutionState.Returned"] = "возвращено", ["ExecutionState.Done"] = "принято", ["ExecutionState.NotApplicable"] = "не требуется",
    };
}
