using MentoringPortal.Data;
using MentoringPortal.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MentoringPortal.Web.Features.Shared;

/// <summary>
/// A button that the domain refuses answers with a page that says why; forms catch the refusal themselves and show it beside the field.
/// A write outside the scope is answered like an absent row.
/// </summary>
public sealed class RefusalFilter(Microsoft.AspNetCore.Mvc.ModelBinding.IModelMetadataProvider metadata) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is ScopeException)
            context.Result = new NotFoundResult();
        else if (context.Exception is DomainException refusal)
            context.Result = new ViewResult
            {
                ViewName = "Refusal",
                StatusCode = StatusCodes.Status422UnprocessableEntity,
                ViewData = new ViewDataDictionary<string>(metadata, context.ModelState) { Model = refusal.Message },
            };
        context.ExceptionHandled = context.Result is not null;
    }
}
