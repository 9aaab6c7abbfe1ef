using MentoringPortal.Domain.People;

namespace MentoringPortal.Data.Demo;

/// <summary>Invented people, the same for the same seed: common given names with surnames made for this purpose.</summary>
internal sealed class InventedNames(int seed)
{
    private static readonly string[] Surnames =
    [
        "Берёзкин", "Ветлугин", "Грачёв", "Дроздецкий", "Ёлкин", "Жаворонков", "Зарницын", "Ивняков", "Клёнов", "Луговой", "Малинников", "Незабудкин",
        "Овражный", "Подснежников", "Ромашкин", "Соколец", "Тополев", "Ужгин", "Фиалков", "Хвойный", "Цветаев-Полянский", "Чибисов", "Шиповников",
        "Щеглов", "Эдельвейсов", "Юрьев-Лесной", "Ясенев", "Родников", "Рябинкин", "Снежин", "Туманов", "Утренник", "Журавлёв", "Осинкин", "Звонцов",
        "Калинкин", "Речкин", "Синичкин", "Одуванчиков", "Полынин",
    ];

    private static readonly string[] Men =
        ["Артём", "Богдан", "Вадим", "Глеб", "Данил", "Егор", "Захар", "Илья", "Кирилл", "Лев", "Марк", "Никита", "Олег", "Павел", "Роман", "Семён", "Тимур", "Фёдор", "Яков", "Юрий"];

    private static readonly string[] Women =
        ["Алина", "Божена", "Варвара", "Галина", "Дарья", "Ева", "Жанна", "Зоя", "Инна", "Карина", "Лада", "Милана", "Нина", "Оксана", "Полина", "Регина", "Софья", "Таисия", "Ульяна", "Яна"];

    private static readonly string[] Fathers = ["Андре", "Борисо", "Викторо", "Григорье", "Дмитрие", "Евгенье", "Ивано", "Леонидо", "Максимо", "Николае", "Олего", "Петро", "Сергее", "Тарасо", "Фёдоро"];

    public Random Random { get; } = new(seed);

    public PersonName Next()
    {
        var isWoman = Random.Next(2) == 0;
        var surname = Pick(Surnames);
        // «Андре» + «евич»: the stems end so that both endings fit.
        var father = Pick(Fathers);
        var patronymic = father.EndsWith('о') ? father + (isWoman ? "вна" : "вич") : father + (father == "Андре" ? isWoman ? "евна" : "евич" : isWoman ? "вна" : "вич");
        return new PersonName(isWoman ? Feminine(surname) : surname, Pick(isWoman ? Women : Men), patronymic);
    }

    public T Pick<T>(IReadOnlyList<T> all) => all[Random.Next(all.Count)];

    private static string Feminine(string surname) => string.Join('-', surname.Split('-').Select(part =>
        part.EndsWith("ий", StringComparison.Ordinal) || part.EndsWith("ый", StringComparison.Ordinal) || part.EndsWith("ой", StringComparison.Ordinal) ? part[..^2] + "ая"
        : part.EndsWith("ец", StringComparison.Ordinal) || part.EndsWith("ик", StringComparison.Ordinal) ? part
        : part + "а"));
}
