namespace Orchestrator.Server.Tests.ThirtyDays;

/// <summary>A run of the thirty days was left behind by its own days: it says nothing, and is played again with longer ones.</summary>
internal sealed class DaysTooShortException(TimeSpan day) : Exception($"Days of {day.TotalSeconds:0.#} s are too short for this machine: a term of the crisis passed before the people of scenario A could act.");
