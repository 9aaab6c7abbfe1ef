using MentoringPortal.Domain.People;

namespace MentoringPortal.Data;

public static class AgreementQueries
{
    /// <summary><see cref="PartnerAgreement.IsInForceOn"/> as the database asks it.</summary>
    public static IQueryable<PartnerAgreement> InForceOn(this IQueryable<PartnerAgreement> agreements, DateOnly day) =>
        agreements.Where(a => a.Date <= day && (a.ValidTo == null || a.ValidTo >= day));
}
