using MentoringPortal.Data;
using MentoringPortal.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// A button that the domain refuses answers with a page that says why; forms catch the refusal themselves and show it beside the field.
/// So does a button pressed while somebody else changes the row.
/// A write outside the scope is answered like an absent row.
/// </summary>
public sealed class RefusalFilter(IModelMetadataProvider metadata) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is ScopeException)
            context.Result = new NotFoundResult();
        else if (context.Exception is DomainException refusal)
            context.Result = Page(refusal.Message, StatusCodes.Status422UnprocessableEntity, context.ModelState);
        else if (context.Exception is DbUpdateConcurrencyException)
            context.Result = Page("В это же время запись изменил кто-то другой. Откройте страницу снова и повторите.", StatusCodes.Status409Conflict, context.ModelState);
        context.ExceptionHandled = context.Result is not null;
    }

    private ViewResult Page(string words, int status, ModelStateDictionary state) => new()
    {
        ViewName = "Refusal",
        StatusCode = status,
        ViewData = new ViewDataDictionary<string>(metadata, state) { Model = words },
    };
}
