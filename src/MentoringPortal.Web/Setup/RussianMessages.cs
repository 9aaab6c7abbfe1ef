using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace MentoringPortal.Web.Setup;

/// <summary>The framework's own words for wrong fields, in Russian; and no day that nobody lives on: terms are counted on from what is written.</summary>
public sealed class RussianMessages : IValidationMetadataProvider
{
    /// <summary>What this attribute says of itself where nobody has given it words: never null, unlike the others.</summary>
    private static readonly string? EnglishEmail = new EmailAddressAttribute().ErrorMessage;

    public static void Use(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new RussianMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"«{Short(value)}» не подходит для поля «{field}».");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Значение «{Short(value)}» не подходит.");
        messages.SetValueIsInvalidAccessor(value => $"Значение «{Short(value)}» не подходит.");
        messages.SetUnknownValueIsInvalidAccessor(field => $"Неподходящее значение поля «{field}».");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Неподходящее значение.");
        messages.SetValueMustNotBeNullAccessor(_ => "Заполните поле.");
        messages.SetMissingBindRequiredValueAccessor(field => $"Заполните поле «{field}».");
        messages.SetMissingKeyOrValueAccessor(() => "Заполните поле.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Запрос пуст.");
        messages.SetValueMustBeANumberAccessor(field => $"В поле «{field}» нужно число.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Нужно число.");
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if ((context.Key.ModelType == typeof(DateOnly) || context.Key.ModelType == typeof(DateOnly?)) && IsFilledIn(context.Key))
            context.ValidationMetadata.ValidatorMetadata.Add(new RangeAttribute(typeof(DateOnly), "1900-01-01", "2100-12-31") { ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true });
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null } and not DataTypeAttribute || (attribute is EmailAddressAttribute && attribute.ErrorMessage == EnglishEmail))
                attribute.ErrorMessage = attribute switch
                {
                    RequiredAttribute => "Заполните поле «{0}».",
                    StringLengthAttribute => "Поле «{0}»: не больше {1} знаков.",
                    MaxLengthAttribute => "Поле «{0}»: не больше {1} знаков.",
                    RangeAttribute => "Поле «{0}»: от {1} до {2}.",
                    EmailAddressAttribute => "Адрес электронной почты записывают так: имя@сайт.рф.",
                    CompareAttribute => "Поля «{0}» и «{1}» не совпадают.",
                    _ => "Поле «{0}» заполнено неверно.",
                };
        }
    }

    /// <summary>Not what is computed; and what a record's constructor takes is judged as its parameter: the framework refuses rules on the property beside it.</summary>
    private static bool IsFilledIn(ModelMetadataIdentity key) => key.MetadataKind != ModelMetadataKind.Property
        || (key.PropertyInfo!.SetMethod is { IsPublic: true } && !key.ContainerType!.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == key.Name)));

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
