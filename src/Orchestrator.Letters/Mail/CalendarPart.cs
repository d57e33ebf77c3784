namespace Orchestrator.Letters.Mail;

/// <summary>An iCalendar object and its METHOD, which the mail names too.</summary>
public sealed record CalendarPart(string Method, string Text);
