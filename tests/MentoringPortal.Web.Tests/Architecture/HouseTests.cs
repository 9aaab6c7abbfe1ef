using System.Reflection;
using System.Text.RegularExpressions;
using MentoringPortal.Domain;
using MentoringPortal.Web.Features.Shared;
using MentoringPortal.Web.Tests.Hosting;
using MentoringPortal.Web.Tests.Import;
using MentoringPortal.Web.Tests.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;

namespace MentoringPortal.Web.Tests.Architecture;

/// <summary>The rules of the house that the compiler does not keep.</summary>
[Trait("Category", "security")]
public sealed class HouseTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Assembly Web = typeof(Program).Assembly;

    /// <summary>Rule 1. The controllers whose first segment is another's: named here with the reason.</summary>
    private static readonly Dictionary<string, string> OtherSegment = new(StringComparer.Ordinal)
    {
        ["Home"] = "",                 // the first screen has no segment
        ["PeopleImport"] = "people",   // /people/import likewise
        ["Import"] = "roadmaps",       // /roadmaps/import is a page of its own size
    };

    [Fact]
    public void Route_BeginsWithItsFeatureFolder()
    {
        foreach (var endpoint in WalkedEndpoint.All(host.Services))
        {
            if (endpoint.Endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action)
                continue;
            var segment = endpoint.Template.Trim('/').Split('/')[0];
            OtherSegment.GetValueOrDefault(action.ControllerName, action.ControllerName.ToLowerInvariant()).ShouldBe(segment, endpoint.Key);
            action.ControllerTypeInfo.Namespace.ShouldBe($"MentoringPortal.Web.Features.{action.ControllerName}", endpoint.Key);
        }
    }

    [Fact]
    public void RouteValue_IsNamedByItsEntity() =>
        WalkedEndpoint.All(host.Services).SelectMany(e => e.Parameters).ShouldNotContain("id");

    [Fact]
    public void PageAndForm_CarryNoEntity()
    {
        var entities = EntityTypes();
        var types = Web.GetTypes().Where(t => t.Namespace?.StartsWith("MentoringPortal.Web.Features", StringComparison.Ordinal) == true);
        var carried = types.SelectMany(t => t.GetProperties()).Where(p => Reaches(p.PropertyType, entities)).Select(p => $"{p.DeclaringType!.Name}.{p.Name}");
        carried.ShouldBeEmpty();
        entities.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void ActionParameter_ReachesNoEntity()
    {
        var entities = EntityTypes();
        var parameters = Web.GetTypes().Where(typeof(Controller).IsAssignableFrom).SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(m => m.GetParameters()).Where(p => p.GetCustomAttribute<FromServicesAttribute>() is null).ToList();
        parameters.Where(p => Reaches(p.ParameterType, entities) || p.ParameterType.GetProperties().Any(q => Reaches(q.PropertyType, entities)))
            .Select(p => $"{p.Member.Name}({p.Name})").ShouldBeEmpty();
        parameters.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void FileFormats_AreKnownToFormatsAlone() => Types.InAssembly(Web).That().DoNotResideInNamespace("MentoringPortal.Web.Formats")
        .ShouldNot().HaveDependencyOnAny("ClosedXML", "DocumentFormat.OpenXml", "UglyToad.PdfPig", "AngleSharp").GetResult()
        .FailingTypeNames.ShouldBeNull();

    [Fact]
    public void FileFormats_DoNotTouchTheDatabase() => Types.InAssembly(Web).That().ResideInNamespace("MentoringPortal.Web.Formats")
        .ShouldNot().HaveDependencyOnAny("MentoringPortal.Data", "Microsoft.EntityFrameworkCore").GetResult()
        .FailingTypeNames.ShouldBeNull();

    [Fact]
    public void Domain_DependsOnNothing() => typeof(DomainException).Assembly.GetReferencedAssemblies()
        .Select(a => a.Name!).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard");

    [Fact]
    public void Paper_KnowsNothingOfMentoring() => typeof(Paper.Pdf).Assembly.GetReferencedAssemblies()
        .Select(a => a.Name!).Where(name => name.StartsWith("MentoringPortal", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Controllers_AreThePortals() => Web.GetTypes().Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract)
        .ShouldAllBe(t => typeof(PortalController).IsAssignableFrom(t));

    /// <summary>An element that no tag helper knows is written out as it stands and shows nothing.</summary>
    [Fact]
    public void ElementOfOurOwn_HasItsTagHelper()
    {
        var known = Web.GetTypes().SelectMany(t => t.GetCustomAttributes<HtmlTargetElementAttribute>()).Select(a => a.Tag).ToHashSet(StringComparer.Ordinal);
        var views = Directory.GetFiles(Path.Combine(PaperFiles.Root, "src/MentoringPortal.Web/Features"), "*.cshtml", SearchOption.AllDirectories);
        var used = views.SelectMany(v => Regex.Matches(File.ReadAllText(v), "<(?<tag>[a-z]+(-[a-z]+)+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => $"{m.Groups["tag"].Value} in {Path.GetFileName(v)}"));
        used.Where(u => !known.Contains(u.Split(' ')[0])).ShouldBeEmpty();
        views.Length.ShouldBeGreaterThan(40);
    }

    /// <summary>All entity types of the model.</summary>
    private HashSet<Type> EntityTypes()
    {
        using var scope = host.Services.CreateScope();
        using var db = TestScope.Department(scope.ServiceProvider);
        return [.. db.Model.GetEntityTypes().Select(t => t.ClrType)];
    }

    private static bool Reaches(Type type, HashSet<Type> entities) =>
        entities.Contains(type) || (type.IsGenericType && type.GetGenericArguments().Any(a => Reaches(a, entities))) || (type.IsArray && Reaches(type.GetElementType()!, entities));
}
