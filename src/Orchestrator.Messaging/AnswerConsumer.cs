using MassTransit;
using Microsoft.Extensions.Logging;
using Orchestrator.Contracts.Bus;
using Orchestrator.Engine.Jobs;
using Orchestrator.Engine.Messages;
using Orchestrator.Engine.Runtime;
using Orchestrator.Feel;
using Orchestrator.Interpreter;

namespace Orchestrator.Messaging;

/// <summary>
/// Turns the agencies' answers into commands. The bus message's id is the request id, so a redelivered answer has one effect; a refused answer
/// (a late attempt, a job that is gone) is written to the log and acknowledged: trying it again would not help. An overloaded engine makes the bus try again.
/// </summary>
public sealed class AnswerConsumer(JobDesk jobs, MessageDesk messages, ILogger<AnswerConsumer> log)
    : IConsumer<JobCompleted>, IConsumer<JobFailed>, IConsumer<JobErrorThrown>, IConsumer<MessageForProcess>
{
    public async Task Consume(ConsumeContext<JobCompleted> context)
    {
        var answer = context.Message;
        var result = await jobs.CompleteAsync(
            RequestOf(context), ActorNamed(answer.Worker), new ScopeKey(answer.JobKey), answer.Attempt, Variables(answer.OutputJson), context.CancellationToken);
        Settle(result, answer.JobKey, answer.Attempt);
    }

    public async Task Consume(ConsumeContext<JobFailed> context)
    {
        var answer = context.Message;
        var job = new ScopeKey(answer.JobKey);
        var actor = ActorNamed(answer.Worker);
        var result = answer.Permanent
            ? await jobs.FailAsync(RequestOf(context), actor, job, answer.Attempt, retriesLeft: 0, answer.Message, answer.RetryAfter, context.CancellationToken)
            : await jobs.FailAttemptAsync(RequestOf(context), actor, job, answer.Attempt, answer.Message, answer.RetryAfter, context.CancellationToken);
        Settle(result, answer.JobKey, answer.Attempt);
    }

    public async Task Consume(ConsumeContext<JobErrorThrown> context)
    {
        var answer = context.Message;
        var result = await jobs.ThrowErrorAsync(
            RequestOf(context), ActorNamed(answer.Worker), new ScopeKey(answer.JobKey), answer.Attempt, answer.Code, answer.Message, Variables(answer.OutputJson),
            context.CancellationToken);
        Settle(result, answer.JobKey, answer.Attempt);
    }

    public async Task Consume(ConsumeContext<MessageForProcess> context)
    {
        var message = context.Message;
        var published = await messages.PublishAsync(
            new NewMessage(message.Name, message.CorrelationKey, message.TimeToLive, Variables(message.VariablesJson)) { MessageId = message.MessageId }, context.CancellationToken);
        if (published.Rejection is { } rejection) log.MessageRefused(message.Name, rejection.Reason, rejection.Message);
    }

    private void Settle(SubmitResult result, long job, int attempt)
    {
        if (result.Rejection is not { } rejection) return;
        if (rejection.Reason == RejectionReason.Overloaded) throw new EngineOverloadedException(rejection.Message);
        log.AnswerRefused(job, attempt, rejection.Reason, rejection.Message);
    }

    private static Guid RequestOf(MessageContext context) =>
        context.MessageId ?? throw new InvalidOperationException("Expected the bus message to have an id, but it has none.");

    private static Actor ActorNamed(string worker) => new($"worker:{worker}", []) { Unrestricted = true };

    /// <exception cref="FormatException">No JSON object: the message goes to the error queue with this reason.</exception>
    private static FeelContext Variables(string json) =>
        FeelJson.Read(json) as FeelContext ?? throw new FormatException("Expected the variables of the answer to be a JSON object.");
}
