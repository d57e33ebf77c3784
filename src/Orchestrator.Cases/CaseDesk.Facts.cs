using Orchestrator.Cases.Desk;

namespace Orchestrator.Cases;

/// <content>What operators record about single cases. The message to the process is kept as a notice under the form's request.</content>
public sealed partial class CaseDesk
{
    /// <summary>Records a booking and has <c>BookingMade</c> told. Whether it is in term follows from the last day that the form names.</summary>
    public Task<DeskAnswer<FactRecorded>> RecordBookingAsync(BookingRegistration form, string actor, CancellationToken cancellation) => _facts.BookAsync(form, actor, cancellation);

    /// <summary>Records a choice of a provider in place of the one that held, and has <c>ProviderChosen</c> told.</summary>
    public Task<DeskAnswer<FactRecorded>> RecordChoiceAsync(ChoiceRegistration form, string actor, CancellationToken cancellation) => _facts.ChooseAsync(form, actor, cancellation);

    /// <summary>Records an employment notice by hand and has <c>EmploymentNotice</c> told.</summary>
    public Task<DeskAnswer<FactRecorded>> RecordEmploymentAsync(EmploymentEntry form, string actor, CancellationToken cancellation) => _facts.EmployAsync(form, actor, cancellation);

    /// <summary>Records what changes the case of a person and has <c>WorkerStatusChanged</c> told; a new domicile changes the competent centre.</summary>
    public Task<DeskAnswer<FactRecorded>> RecordStatusAsync(WorkerStatusEntry form, string actor, CancellationToken cancellation) => _facts.ChangeStatusAsync(form, actor, cancellation);
}
