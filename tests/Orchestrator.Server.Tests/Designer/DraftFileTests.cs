using System.Text;
using Orchestrator.Contracts.Client;
using static Orchestrator.Server.Tests.Designer.DesignerOffice;

namespace Orchestrator.Server.Tests.Designer;

/// <summary>Files of a draft: added from templates that our reader takes, renamed, taken out, brought and taken as a ZIP; and processes that do not exist yet.</summary>
internal sealed class DraftFileTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private DesignerOffice _office = null!;

    [SetUp]
    public async Task Open() => _office = await DesignerOffice.OpenAsync();

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    private async Task<IReadOnlyList<string>> NamesAsync(Guid draft) => [.. (await _office.GetAsync(client => client.Drafts.OpenAsync(Dario, draft, None))).Files.Select(file => file.Name)];

    private Task<Outcome<string>> AddAsync(Guid draft, int revision, string kind, string name) => _office.AskAsync(client => client.Drafts.AddFileAsync(Dario, draft, revision, kind, name, None));

    private Task<Outcome<string>> BringAsync(Guid draft, int revision, byte[] zip) => _office.AskAsync(client => client.Drafts.ReplaceFilesAsync(Dario, draft, revision, zip, None));

    [Test]
    public async Task Every_kind_of_file_is_added_and_what_stands_in_it_can_be_read()
    {
        var draft = await _office.DraftAsync();
        string[] kinds = ["bpmn", "dmn", "form", "scenario"];
        for (var i = 0; i < kinds.Length; i++) Assert.That((await AddAsync(draft.Key, i + 1, kinds[i], $"nuovo-{kinds[i]}")).Value, Is.EqualTo($"nuovo-{kinds[i]}.{kinds[i]}"));

        var view = await _office.GetAsync(client => client.Drafts.OpenAsync(Ada, draft.Key, None));
        Assert.That(view.Summary.Revision, Is.EqualTo(5));
        Assert.That(view.Files, Has.Count.EqualTo(7));
        var remarks = await _office.GetAsync(client => client.Drafts.CheckAsync(Dario, draft.Key, view.Files, None));
        Assert.That(remarks.Where(remark => remark.IsError).Select(remark => (remark.File, remark.Code)), Is.EqualTo(new[] { ("nuovo-form.form", "FORM0202") }), "a form that no task names yet");
    }

    [Test]
    public async Task Names_that_are_taken_or_no_names_are_refused_and_nothing_is_written()
    {
        var draft = await _office.DraftAsync();
        foreach (var (kind, name, code) in new[] { ("form", "review", "duplicate"), ("form", "REVIEW.form", "duplicate"), ("form", "../fuori", "fileName"), ("form", "", "fileName"), ("exe", "x", "required") })
            Assert.That((await AddAsync(draft.Key, 1, kind, name)).Refusal!.Fields.Single().Code, Is.EqualTo(code), name);
        Assert.That((await _office.AskAsync(client => client.Drafts.RenameFileAsync(Dario, draft.Key, 1, "review.form", "con spazi", None))).Refusal!.Fields.Single().Path, Is.EqualTo("to"));
        Assert.That((await _office.AskAsync(client => client.Drafts.RemoveFileAsync(Dario, draft.Key, 1, "nessuno.form", None))).Refusal!.Fields.Single().Path, Is.EqualTo("file"));
        Assert.That((await _office.AskAsync(client => client.Drafts.AddFileAsync(Olga, draft.Key, 1, "form", "altro", None))).Refusal!.Code, Is.EqualTo("DesignersOnly"));
        Assert.That(await NamesAsync(draft.Key), Is.EqualTo(new[] { "held.scenario", "intake.bpmn", "review.form" }));
    }

    [Test]
    public async Task A_file_is_renamed_and_taken_out_over_the_revision_that_was_shown()
    {
        var draft = await _office.DraftAsync();
        Assert.That((await _office.AskAsync(client => client.Drafts.RenameFileAsync(Dario, draft.Key, 1, "review.form", "esame", None))).Value, Is.EqualTo("esame.form"));
        var stale = (await _office.AskAsync(client => client.Drafts.RemoveFileAsync(Ada, draft.Key, 1, "held.scenario", None))).Refusal!;
        Assert.That((stale.Kind, stale.Code), Is.EqualTo((RefusalKind.Conflict, "DraftChanged")));
        Assert.That((await _office.AskAsync(client => client.Drafts.RemoveFileAsync(Ada, draft.Key, 2, "held.scenario", None))).Refusal, Is.Null);
        Assert.That(await NamesAsync(draft.Key), Is.EqualTo(new[] { "esame.form", "intake.bpmn" }));
        await _office.AskAsync(client => client.Drafts.RemoveFileAsync(Ada, draft.Key, 3, "esame.form", None));
        Assert.That((await _office.AskAsync(client => client.Drafts.RemoveFileAsync(Ada, draft.Key, 4, "intake.bpmn", None))).Refusal!.Fields.Single().Code, Is.EqualTo("lastFile"));
    }

    [Test]
    public async Task What_is_taken_as_a_ZIP_can_be_brought_again_at_the_top_or_in_a_folder()
    {
        var draft = await _office.DraftAsync();
        var folder = await _office.GetAsync(client => client.Drafts.ExportAsync(Dario, draft.Key, None));
        Assert.That((folder.Name, folder.Files.Count), Is.EqualTo(("intake", 3)));

        var same = Zips.Of([.. folder.Files.Select(file => ($"intake/{file.Name}", file.Content))]);
        Assert.That((await BringAsync(draft.Key, 1, same)).Refusal, Is.Null);
        Assert.That(await NamesAsync(draft.Key), Is.EqualTo(folder.Files.Select(file => file.Name)));

        Assert.That((await BringAsync(draft.Key, 2, Zips.Of(("uno.scenario", "scenario Uno\r\n"), ("due.scenario", "\uFEFFscenario Due\n")))).Refusal, Is.Null);
        var view = await _office.GetAsync(client => client.Drafts.OpenAsync(Dario, draft.Key, None));
        Assert.That(view.Files, Is.EqualTo(new[] { new DefinitionFile("due.scenario", "scenario Due\n"), new DefinitionFile("uno.scenario", "scenario Uno\n") }));
    }

    private static IEnumerable<TestCaseData> BadZips()
    {
        yield return new TestCaseData(Encoding.UTF8.GetBytes("no zip at all"), "zipBroken");
        yield return new TestCaseData(Array.Empty<byte>(), "zipBroken");
        yield return new TestCaseData(Zips.Of(("../fuori.form", "{}")), "zipPlace");
        yield return new TestCaseData(Zips.Of(("/etc/passwd.form", "{}")), "zipPlace");
        yield return new TestCaseData(Zips.Of(("a\\b.form", "{}")), "zipPlace");
        yield return new TestCaseData(Zips.Of(("c:/x.form", "{}")), "zipPlace");
        yield return new TestCaseData(Zips.Of(("a/b/c.form", "{}")), "zipPlace");
        yield return new TestCaseData(Zips.Of(("a/x.form", "{}"), ("b/y.form", "{}")), "zipPlace");
        yield return new TestCaseData(Zips.Of(("a/x.exe", "MZ")), "zipKind");
        yield return new TestCaseData(Zips.Of(("x.form", new byte[] { 0x7b, 0xff, 0xfe })), "zipText");
        yield return new TestCaseData(Zips.Of(("x.form", new byte[] { 0x7b, 0, 0x7d })), "zipText");
        yield return new TestCaseData(Zips.Of([.. Enumerable.Range(0, 201).Select(i => ($"f{i}.scenario", "scenario X"))]), "zipCount");
        yield return new TestCaseData(Zips.Of([.. Enumerable.Range(0, 2_000).Select(i => ($"f{i}/", ""))]), "zipCount");
        yield return new TestCaseData(Zips.Of(("x.scenario", new string('a', 3_000_001))), "zipSize");
        yield return new TestCaseData(Zips.Bomb(64), "zipSize");
    }

    [TestCaseSource(nameof(BadZips))]
    public async Task A_ZIP_that_is_none_or_holds_what_a_draft_may_not_is_refused_whole(byte[] zip, string code)
    {
        var draft = await _office.DraftAsync();
        var before = await NamesAsync(draft.Key);

        var refusal = (await BringAsync(draft.Key, 1, zip)).Refusal!;

        Assert.That((refusal.Kind, refusal.Fields.Single().Path, refusal.Fields.Single().Code), Is.EqualTo((RefusalKind.Invalid, "zip", code)));
        Assert.That(await NamesAsync(draft.Key), Is.EqualTo(before));
    }

    [Test]
    public async Task Two_files_of_a_ZIP_that_a_computer_could_not_keep_apart_are_refused()
    {
        var draft = await _office.DraftAsync();
        Assert.That((await BringAsync(draft.Key, 1, Zips.Of(("x.form", "{}"), ("X.form", "{}")))).Refusal!.Code, Is.EqualTo("DraftFileName"));
    }

    [Test]
    public async Task A_process_that_does_not_exist_yet_is_drawn_and_published_as_its_first_version()
    {
        var request = Guid.CreateVersion7();
        var draft = await _office.GetAsync(client => client.Drafts.CreateNewAsync(Dario, request, new("visita", "Visita in azienda", null), None));
        Assert.That((await _office.GetAsync(client => client.Drafts.CreateNewAsync(Dario, request, new("visita", "Visita in azienda", null), None))).Key, Is.EqualTo(draft.Key));
        Assert.That((draft.IsNew, draft.Name, draft.Folder), Is.EqualTo((true, "Visita in azienda", "visita")));
        var compared = await _office.GetAsync(client => client.Drafts.CompareAsync(Dario, draft.Key, null, None));
        Assert.That((compared.Before.Version, compared.Files.All(file => file.Sign == ChangeSign.Added)), Is.EqualTo(((int?)0, true)));

        var plan = await _office.PlanAsync(draft.Key);
        Assert.That((plan.LatestVersion, plan.Run.Total, plan.Run.Failed.Count()), Is.EqualTo((0, 1, 0)), "the scenario of the template holds");
        var published = await _office.PublishAsync(plan, null);

        Assert.That((published.Refusal, published.Value?.Version), Is.EqualTo(((Refusal?)null, (int?)1)));
        Assert.That((await _office.GetAsync(client => client.Definitions.OpenAsync(Olga, "visita", None))).Name, Is.EqualTo("Visita in azienda"));
        Assert.That((await _office.AskAsync(client => client.Drafts.CreateNewAsync(Dario, Guid.CreateVersion7(), new("visita", null, null), None))).Refusal!.Fields.Single().Code, Is.EqualTo("duplicate"));
    }

    [Test]
    public async Task A_new_process_comes_from_a_ZIP_with_the_id_of_its_drawing()
    {
        var template = await _office.GetAsync(client => client.Drafts.CreateNewAsync(Dario, Guid.CreateVersion7(), new("altra", "Altra & <nuova>", null), None));
        var files = (await _office.GetAsync(client => client.Drafts.ExportAsync(Dario, template.Key, None))).Files;
        var zip = Zips.Of([.. files.Select(file => ($"altra/{file.Name}", file.Content))]);

        var draft = await _office.GetAsync(client => client.Drafts.CreateNewAsync(Dario, Guid.CreateVersion7(), new(null, null, zip), None));

        Assert.That((draft.ProcessId, draft.Name), Is.EqualTo(("altra", "Altra & <nuova>")));
        foreach (var (process, field, code) in new[]
        {
            (new NewProcess("x", null, zip), "zip", "zipProcess"), (new NewProcess(null, null, Zips.Of(("a.form", "{}"))), "processId", "required"), (new NewProcess("con spazi", null, null), "processId", "processId"),
            (new NewProcess("intake", null, null), "processId", "duplicate"), (new NewProcess("y", new string('n', 201), null), "name", "maxLength"),
        })
        {
            var wrong = (await _office.AskAsync(client => client.Drafts.CreateNewAsync(Dario, Guid.CreateVersion7(), process, None))).Refusal!.Fields.Single();
            Assert.That((wrong.Path, wrong.Code), Is.EqualTo((field, code)));
        }
        Assert.That((await _office.AskAsync(client => client.Drafts.CreateNewAsync(Sara, Guid.CreateVersion7(), new("z", null, null), None))).Refusal!.Code, Is.EqualTo("DesignersOnly"));
    }
}
