using MentoringPortal.Domain.Imports;
using MentoringPortal.Domain.Organizations;
using MentoringPortal.Domain.Reading;

namespace MentoringPortal.Domain.Tests.Imports;

/// <summary>Small invented papers, read by the reader itself, and a municipality to save them in.</summary>
internal static class Papers
{
    public static readonly Register Register = new(
        [new(1, "Лицей № 1", OrganizationKind.School), new(2, "Школа № 2", OrganizationKind.School), new(3, "Дом творчества", OrganizationKind.SupplementaryEducation), new(4, "Завод", OrganizationKind.Enterprise)],
        [new(7, "информационно-методический кабинет", "ИМК")],
        [new("Лугова Мария Ильинична", null, 2), new("Сосновский Пётр Львович", 7, null), new("Яркина Анна Юрьевна", null, null)]);

    private const string Head = """
        ОТДЕЛ ОБРАЗОВАНИЯ
        АДМИНИСТРАЦИИ СОСНОВОГО РАЙОНА
        ПРИКАЗ
        03.09.2024
        № 75
        О внедрении наставничества
        На основании распоряжения Минпросвещения России от 25.12.2019 № Р-145 «Об утверждении методологии»
        ПРИКАЗЫВАЮ:
        1. Утвердить дорожную карту на 2024-2025 учебный год (приложение 1).
        2. Руководителям образовательных учреждений в срок до 01.10.2024 утвердить распорядительным актом:
        - Положение о наставничестве;
        - «дорожную карту» внедрения наставничества
        3. Контроль за исполнением приказа оставляю за собой.
        Начальник отдела образования А.Ю. Яркина

        Приложение 1
        Дорожная карта внедрения наставничества на 2024-2025 учебный год

        """;

    /// <summary>An order of three clauses with a roadmap of these rows: number, activity, deadline, responsible.</summary>
    public static DocumentReading Order(params string[] rows) =>
        Read(Head + "№ п/п\tМероприятия\tСроки\tОтветственные\n" + string.Join('\n', rows));

    /// <summary>The same with a Result column.</summary>
    public static DocumentReading OrderWithResults(params string[] rows) =>
        Read(Head + "№ п/п\tМероприятия\tСроки\tОтветственные\tРезультат\n" + string.Join('\n', rows));

    public static DocumentReading Read(string text) =>
        DocumentReader.Read(new SourceDocument([.. text.Split('\n').Select(line => new SourceLine(line))]));

    public static DocumentReading Plain() => Order(
        "1\tРазработка дорожных карт внедрения наставничества в школах\tДо 01.10.2024\tРуководители ОУ",
        "2\tМониторинг базы программ\tДекабрь\tОтдел образования",
        "3\tКурсы для наставников\tФевраль-апрель\tИМК, руководители ОУ",
        "4\tВовлечение обучающихся по дополнительным общеобразовательным программам (не менее 15%) в наставничество\tДо 31.05.2025\tРуководители ОУ");

    public static ItemWords Words(ReadItem item) => new()
    {
        Number = item.Number,
        Section = item.Section,
        Activity = item.Activity,
        Responsible = item.Responsible,
        Result = item.Result,
        Target = item.Target,
        Deadline = item.Deadline.Text,
    };
}
