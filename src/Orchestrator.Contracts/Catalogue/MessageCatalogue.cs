using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Contracts.Catalogue;

/// <summary>The messages that have a contract of their own, by name.</summary>
public static class MessageCatalogue
{
    // A member without a default must be there and not null; what the contract does not name is left out.
    private static readonly JsonSerializerOptions s_strict = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private static readonly Dictionary<string, Func<JsonObject, ICatalogueMessage?>> s_readers = new(StringComparer.Ordinal)
    {
        [nameof(CrisisReported)] = As<CrisisReported>,
        [nameof(MeetingRequested)] = As<MeetingRequested>,
        [nameof(ParticipationConfirmed)] = As<ParticipationConfirmed>,
        [nameof(MeetingMoved)] = As<MeetingMoved>,
        [nameof(MeetingCancelled)] = As<MeetingCancelled>,
        [nameof(DesignRequested)] = As<DesignRequested>,
        [nameof(AgreementSigned)] = As<AgreementSigned>,
        [nameof(AgreementNotSigned)] = As<AgreementNotSigned>,
        [nameof(CrisisResolved)] = As<CrisisResolved>,
        [nameof(CompanyWithdrew)] = As<CompanyWithdrew>,
        [nameof(AgreementVoid)] = As<AgreementVoid>,
        [nameof(StandardModelOnly)] = As<StandardModelOnly>,
        [nameof(AnalysisRequested)] = As<AnalysisRequested>,
        [nameof(WorkersListReceived)] = As<WorkersListReceived>,
        [nameof(WorkersValidated)] = As<WorkersValidated>,
        [nameof(AnalysisReady)] = As<AnalysisReady>,
        [nameof(ProjectApproved)] = As<ProjectApproved>,
        [nameof(EmployerTransmissionDone)] = As<EmployerTransmissionDone>,
        [nameof(CasesLoaded)] = As<CasesLoaded>,
        [nameof(CasesClosed)] = As<CasesClosed>,
        [nameof(Pathway1Opened)] = As<Pathway1Opened>,
        [nameof(Pathway2Opened)] = As<Pathway2Opened>,
        [nameof(SupportRequested)] = As<SupportRequested>,
        [nameof(BookingMade)] = As<BookingMade>,
        [nameof(BookingTermExpired)] = As<BookingTermExpired>,
        [nameof(BookingDecided)] = As<BookingDecided>,
        [nameof(ApprovalsArrived)] = As<ApprovalsArrived>,
        [nameof(ProviderChosen)] = As<ProviderChosen>,
        [nameof(ChoiceExpired)] = As<ChoiceExpired>,
        [nameof(Pathway2Wanted)] = As<Pathway2Wanted>,
        [nameof(SessionPlanned)] = As<SessionPlanned>,
        [nameof(AppointmentMoved)] = As<AppointmentMoved>,
        [nameof(AppointmentCancelled)] = As<AppointmentCancelled>,
        [nameof(SessionMoved)] = As<SessionMoved>,
        [nameof(SessionCancelled)] = As<SessionCancelled>,
        [nameof(SessionHeld)] = As<SessionHeld>,
        [nameof(SessionClosed)] = As<SessionClosed>,
        [nameof(SessionWanted)] = As<SessionWanted>,
        [nameof(SessionAssigned)] = As<SessionAssigned>,
        [nameof(AttendanceRecorded)] = As<AttendanceRecorded>,
        [nameof(JobReady)] = As<JobReady>,
        [nameof(CaseStateChanged)] = As<CaseStateChanged>,
        [nameof(VacanciesUpdated)] = As<VacanciesUpdated>,
        [nameof(EmploymentNotice)] = As<EmploymentNotice>,
        [nameof(WorkerStatusChanged)] = As<WorkerStatusChanged>,
        [nameof(MoveToPathway1)] = As<MoveToPathway1>,
        [nameof(PathwayCompleted)] = As<PathwayCompleted>,
        [nameof(MonitoringDue)] = As<MonitoringDue>,
        [nameof(InterventionCompleted)] = As<InterventionCompleted>,
        [nameof(ReportPublished)] = As<ReportPublished>,
    };

    /// <summary>The names, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// The contract of a thrown message. A variable called <c>at</c> is the member <c>happenedAt</c>, because <c>at</c> is when the message was thrown.
    /// </summary>
    /// <param name="name">The message's name.</param>
    /// <param name="messageKey">The publication's key.</param>
    /// <param name="key">The correlation key.</param>
    /// <param name="at">When it was thrown.</param>
    /// <param name="variablesJson">A JSON object.</param>
    public static CatalogueReading Read(string name, long messageKey, string key, DateTimeOffset at, string variablesJson)
    {
        if (!s_readers.TryGetValue(name, out var reader)) return new(null, null);
        try
        {
            if (JsonNode.Parse(variablesJson) is not JsonObject members) return new(null, "The variables are no JSON object.");
            var happenedAt = members["at"];
            members.Remove("at");
            if (happenedAt is not null) members["happenedAt"] = happenedAt;
            members["messageKey"] = messageKey;
            members["key"] = key;
            members["at"] = JsonValue.Create(at);
            return new(reader(members), null);
        }
        catch (JsonException misfit)
        {
            return new(null, misfit.Message);
        }
    }

    private static T? As<T>(JsonObject members)
        where T : class, ICatalogueMessage => members.Deserialize<T>(s_strict);
}
