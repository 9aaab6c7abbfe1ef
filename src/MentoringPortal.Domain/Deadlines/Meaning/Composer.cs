using MentoringPortal.Domain.Deadlines.Grammar;

namespace MentoringPortal.Domain.Deadlines.Meaning;

/// <summary>The terms of a phrase → one deadline. The strongest kind wins: recurring, on request, throughout, counted, dated, without a date.</summary>
internal sealed class Composer
{
    /// <summary>So many words beside a bare year make it a part of a sentence, not a term.</summary>
    private const int WordsOfSentence = 4;

    private readonly List<Term> terms;
    private readonly IReadOnlyList<Token> tokens;
    private readonly string text;
    private readonly Notes notes;
    private readonly DeadlineContext context;
    private readonly Deadline blank;

    private Composer(string original, string text, IReadOnlyList<Token> tokens, IReadOnlyList<Term> terms, DeadlineContext context)
    {
        (this.text, this.tokens, this.context) = (text, tokens, context);
        notes = new Notes(context);
        blank = new Deadline { Text = original, Kind = DeadlineKind.Unspecified };
        this.terms = Adjacent.Merge(WithoutWordsOfSentence(WithoutWhatFollows(terms)));
    }

    public static Deadline Compose(string original, string text, IReadOnlyList<Token> tokens, IReadOnlyList<Term> terms, DeadlineContext context)
    {
        var composer = new Composer(original, text, tokens, terms, context);
        var deadline = composer.Understand();
        composer.NoteRepairs();
        if (composer.notes.IsInvalid)
            deadline = composer.blank with { Kind = DeadlineKind.Invalid };
        else
            BeforeOrder.Check(deadline, composer.notes);
        var inferred = deadline.Kind is DeadlineKind.Unspecified ? [] : composer.notes.Inferred;
        return deadline with { Remarks = composer.notes.Remarks, Inferred = inferred, Proposal = composer.notes.Proposal };
    }

    private IEnumerable<T> All<T>() where T : Term => terms.OfType<T>();

    private Deadline Understand()
    {
        if (HasStrayNumber()) return Nothing(RemarkCodes.Ambiguous, "Рядом с датой число, которое не понято");
        if (All<BlankTerm>().Any()) return Nothing(RemarkCodes.Ambiguous, "Дата не вписана");
        var times = All<TimeTerm>().ToList();
        if (All<RecurringTerm>().ToList() is { Count: > 0 } recurring)
            return new RecurringMeaning(notes).Understand(blank, recurring, times, ThroughoutBounds());
        if (All<OnDemandTerm>().Any()) return Within(DeadlineKind.OnDemand, times);
        if (All<ThroughoutTerm>().FirstOrDefault() is { Unplaced: true }) return Nothing(RemarkCodes.Ambiguous, "Не сказано, от какого дня считать");
        if (All<ThroughoutTerm>().Any(t => !t.IsHeading || times.Count == 0)) return Within(DeadlineKind.Ongoing, times);
        if (All<RelativeTerm>().FirstOrDefault() is { } relative && (!relative.OpenEnd || times.All(t => t.Mode is not TimeMode.Plain) && Leads(relative, times)))
            return Relative(relative, times);
        if (All<OngoingTerm>().Any()) return Within(DeadlineKind.Ongoing, times);
        // «по плану работы на 2020-2021 учебный год» names the plan's year, not the term's.
        var planned = All<ScheduleTerm>().Any() && times.All(t => t is { Mode: TimeMode.Plain, First.Unit: SpanUnit.Year or SpanUnit.SchoolYear });
        if (times.Count > 0 && !planned) return Dated(times);
        if (planned) return Nothing(RemarkCodes.BySchedule, "Срок назван в другом документе (план, график)");
        if (All<OpenTerm>().FirstOrDefault() is { } open) return Nothing(RemarkCodes.Ambiguous, open.Reason);
        return Nothing(RemarkCodes.Ambiguous, "Срок не понят");
    }

    private Deadline Nothing(string code, string reason)
    {
        notes.Remark(code, reason);
        return blank;
    }

    /// <summary>Throughout or on request: the bounds that the words name, else the plan's.</summary>
    private Deadline Within(DeadlineKind kind, List<TimeTerm> times)
    {
        if (All<ScheduleTerm>().Any()) notes.Remark(RemarkCodes.BySchedule, "Дни названы в другом документе (план, график)");
        var named = All<ThroughoutTerm>().Any(t => t.Time is not null || t.IsUnknown);
        var bounds = ThroughoutBounds();
        if (!named && times.Count > 0 && new TimeMeaning(notes).Understand(times) is [{ } written, ..]) bounds = written;
        else if (!named) bounds = PlanBounds();
        if (bounds is null && (named || All<ThroughoutTerm>().Any())) notes.Remark(RemarkCodes.Ambiguous, "Период не известен: укажите его");
        return blank with { Kind = kind, Start = bounds?.Start, End = bounds?.End };
    }

    private Stretch? PlanBounds()
    {
        if (context.PlanStart is null && context.PlanEnd is null) return null;
        notes.Infer("plan");
        return new Stretch(context.PlanStart, context.PlanEnd);
    }

    private Stretch? ThroughoutBounds()
    {
        if (All<ThroughoutTerm>().FirstOrDefault() is not { } throughout) return null;
        if (throughout.Time is not { } time) return throughout.IsUnknown ? null : PlanBounds();
        if (!throughout.OfLessons) return new TimeMeaning(notes).Understand([time])[0];
        if (new YearFiller(notes).Fill([time.First]) is not [{ Year: not null } span]) return null;
        notes.Remark(RemarkCodes.Inferred, "«В течение учебного года» понято как с 1 сентября по 31 мая");
        var lessons = SpanResolver.Lessons(span);
        return new Stretch(lessons.Start, lessons.End);
    }

    /// <summary>A term without a length is the phrase's own only where no dated term comes before it.</summary>
    private static bool Leads(RelativeTerm relative, List<TimeTerm> times) => times.Count == 0 || relative.From < times[0].From;

    private Deadline Relative(RelativeTerm relative, List<TimeTerm> times)
    {
        var meaning = new RelativeMeaning(notes);
        var written = times.Count == 0 ? null : new TimeMeaning(notes).Understand([times[0]])[0];
        if (relative.OpensRange && relative.Event is { } name)
        {
            var opens = meaning.EventDay(relative, name);
            if (written?.End is { } end) return blank with { Kind = opens is null ? DeadlineKind.Due : DeadlineKind.Period, Start = opens, End = end };
            if (opens is not null) return blank with { Kind = DeadlineKind.Period, Start = opens };
        }
        var (offset, start, last) = meaning.Understand(relative);
        return blank with { Kind = DeadlineKind.Relative, Offset = offset, Start = relative.OpenEnd ? written?.Start ?? start : null, End = last < written?.End ? last : written?.End ?? last };
    }

    private Deadline Dated(List<TimeTerm> times)
    {
        var labels = Labels.Find(terms, times, tokens, text);
        var stretches = new TimeMeaning(notes).Understand(times, inOrder: labels is null);
        if (notes.IsInvalid) return blank;
        if (stretches.All(s => s is null)) return Nothing(RemarkCodes.Ambiguous, "Год не написан, и взять его неоткуда");
        if (stretches.Any(s => s is null)) return Nothing(RemarkCodes.Ambiguous, "Часть сроков не понята");
        var known = stretches.Select((s, i) => (Stretch: s!, Label: labels?.GetValueOrDefault(times.Count == stretches.Count ? times[i] : times[0]))).ToList();
        if (labels is null) known = [.. Adjacent.JoinMonths(known.Select(k => k.Stretch).ToList(), SeparatedByComma(times)).Select(s => (s, (string?)null))];
        return known.Count == 1 ? One(known[0].Stretch) : Many(known);
    }

    private Deadline One(Stretch only) => only switch
    {
        { IsDay: true } or { Start: null } => blank with { Kind = DeadlineKind.Due, End = only.End },
        _ => blank with { Kind = DeadlineKind.Period, Start = only.Start, End = only.End },
    };

    private Deadline Many(List<(Stretch Stretch, string? Label)> parts) => blank with
    {
        Kind = DeadlineKind.List,
        Periods = [.. parts.Select(p => new DeadlinePeriod(p.Stretch.Start, p.Stretch.End, p.Label))],
        Start = parts.Min(p => p.Stretch.Start),
        End = parts.Any(p => p.Stretch.End is null) ? null : parts.Max(p => p.Stretch.End),
    };

    /// <summary>Whether nothing stronger than a comma, a slash or «и» stands between the terms.</summary>
    private bool SeparatedByComma(List<TimeTerm> times) =>
        !terms.Any(t => t.From >= times[0].From && t.To <= times[^1].To && t is Separator { Kind: TokenKind.Semicolon or TokenKind.Break });

    /// <summary>In a sentence with «до 01.09.2020» the school year it also names is no term; nor is a bare year in a long sentence.</summary>
    private static List<Term> WithoutWordsOfSentence(IReadOnlyList<Term> terms)
    {
        var words = terms.Count(t => t is OtherWords);
        var strong = terms.Any(t => t is TimeTerm { Mode: not TimeMode.Plain } or RelativeTerm { OpenEnd: false } or RecurringTerm);
        return [.. terms.Where((t, i) => t is not TimeTerm { Mode: TimeMode.Plain, Second: null } time || words == 0 || Labelled(terms, i)
            || !(strong || words >= WordsOfSentence && time.First.Unit is SpanUnit.Year or SpanUnit.SchoolYear))];
    }

    private static bool Labelled(IReadOnlyList<Term> terms, int index) => index > 0 && terms[index - 1] is Separator { Kind: TokenKind.Dash or TokenKind.Colon };

    /// <summary>«до 01.10.2020, далее постоянно»: what follows the first term is said to the reader and not made a term.</summary>
    private List<Term> WithoutWhatFollows(IReadOnlyList<Term> all)
    {
        var cut = 0;
        while (cut < all.Count && !(all[cut] is OtherWords && tokens[all[cut].From].Text is "далее" or "затем" or "впоследствии")) cut++;
        if (cut == all.Count || !all.Take(cut).Any(t => t is TimeTerm) || !all.Skip(cut).Any(t => t is OngoingTerm or RecurringTerm or ThroughoutTerm)) return [.. all];
        notes.Remark(RemarkCodes.Ambiguous, "Понят первый срок; слова о продолжении не учтены");
        return [.. all.Take(cut)];
    }

    /// <summary>«1 5 октября», «сентябрь 21»: a digit torn from its date would make it another date.</summary>
    private bool HasStrayNumber()
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i] is not OtherWords || tokens[terms[i].From] is not { Kind: TokenKind.Number, Digits: <= 2 } number || terms[i].To != terms[i].From + 1) continue;
            if (i + 1 < terms.Count && terms[i + 1] is TimeTerm { Mode: TimeMode.Plain, First: { Unit: SpanUnit.Day, Number: < 10 } } && number is { Digits: 1, Value: <= 3 }) return true;
            if (i > 0 && terms[i - 1] is TimeTerm { Final: { Unit: SpanUnit.Month or SpanUnit.Day, HasYear: false } }) return true;
        }
        return false;
    }

    private void NoteRepairs()
    {
        foreach (var term in terms.Where(t => t is not OtherWords and not Separator))
            for (var i = term.From; i < term.To; i++)
                if (tokens[i].Repaired || (term is TimeTerm && SpanParser.IsScannedRoman(tokens[i]) && tokens[i + 1].Kind is TokenKind.Word))
                {
                    notes.Remark(RemarkCodes.Ocr, $"Похожие знаки исправлены: «{text[tokens[term.From].Start..tokens[term.To - 1].End]}»");
                    break;
                }
    }
}
