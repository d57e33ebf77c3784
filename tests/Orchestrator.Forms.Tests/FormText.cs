using Orchestrator.Diagnostics;
using Orchestrator.Feel;

namespace Orchestrator.Forms.Tests;

/// <summary>Short ways to write forms and submit to them. The clock stands at 10 March 2026, 09:00 UTC.</summary>
internal static class FormText
{
    public static readonly FeelEnvironment Environment = new(
        new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome"), _ => null, new FeelCalendars());

    public static FormRead Read(string text) => FormSchema.Read(new SourceText("test.form", text));

    /// <summary>A form of these components that is right.</summary>
    public static FormSchema Form(params string[] components)
    {
        var read = Read($$"""{"type":"default","id":"f","components":[{{string.Join(',', components)}}]}""");
        Assert.That(read.Diagnostics.Select(d => d.ToString()), Is.Empty);
        return read.Schema!;
    }

    public static FormResult Submit(this FormSchema form, string json, string known = "{}", FormMessages? messages = null) =>
        form.Validate((FeelContext)FeelJson.Read(json), (FeelContext)FeelJson.Read(known), Environment, messages);

    /// <summary><c>path code</c>, as <c>sessions[1].startAt required</c>.</summary>
    public static string[] Wrong(this FormSchema form, string json, string known = "{}") =>
        [.. form.Submit(json, known).Errors.Select(error => $"{error.Path} {error.Code}".Trim())];

    /// <summary>What is written, as JSON; the submission must be right.</summary>
    public static string Accepted(this FormSchema form, string json, string known = "{}")
    {
        var result = form.Submit(json, known);
        Assert.That(result.Errors, Is.Empty);
        return FeelJson.Write(result.Accepted);
    }
}
