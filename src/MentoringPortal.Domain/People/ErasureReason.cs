namespace MentoringPortal.Domain.People;

/// <summary>Why data of a person are destroyed (152-ФЗ ст. 21): withdrawn consent, the purpose reached, the person's demand, no lawful ground. A list and no words of one's own: they might name the person.</summary>
public enum ErasureReason { ConsentWithdrawn, PurposeReached, Demanded, Unlawful }
