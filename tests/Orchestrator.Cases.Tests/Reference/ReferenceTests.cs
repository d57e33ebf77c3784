using Microsoft.EntityFrameworkCore;
using Orchestrator.Cases.Model;
using Orchestrator.Cases.Reference;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Reference;

[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql, Category = "Slow")]
internal sealed class ReferenceTests(Database database)
{
    private static readonly DateOnly s_day = new(2026, 3, 12);
    private OwnRegistry _on = null!;

    [SetUp]
    public async Task SetUp() => _on = await Databases.CreateAsync(database);

    [TearDown]
    public void TearDown() => _on?.Dispose();

    [Test]
    public void The_files_hold_every_municipality_once_and_every_centre()
    {
        var municipalities = ReferenceTables.ReadMunicipalities();
        var centres = ReferenceTables.ReadCentres();

        Assert.Multiple(() =>
        {
            Assert.That(municipalities, Has.Count.EqualTo(1_181));
            Assert.That(municipalities.Select(row => row.IstatCode), Is.Unique);
            Assert.That(municipalities.Select(row => row.Belfiore), Is.Unique);
            Assert.That(centres.Select(row => row.Code), Is.EqualTo(Enumerable.Range(1, 30).Select(n => FormattableString.Invariant($"{n:D2}"))));
            Assert.That(municipalities.Select(row => row.CentreCode).Distinct(), Is.EquivalentTo(centres.Select(row => row.Code)));
        });
    }

    [TestCase("001272", "15", "Torino")]
    [TestCase("004203", "11", "Saluzzo")]
    [TestCase("103079", "28", "Valle Cannobina")]
    public async Task A_municipality_has_one_centre(string istat, string centre, string name)
    {
        var answer = await _on.Registry.FindCentreAsync(istat, s_day, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Finding, answer.Municipality), Is.EqualTo((CentreFinding.Found, name)));
            Assert.That(answer.Centre!.CandidateGroup, Is.EqualTo("cpi:" + centre));
        });
    }

    [TestCase("001999", CentreFinding.Unknown)]
    [TestCase("015146", CentreFinding.OutsideRegion)]
    [TestCase("999001", CentreFinding.Unknown)]
    [TestCase("1272", CentreFinding.Unknown)]
    [TestCase("", CentreFinding.Unknown)]
    public async Task A_municipality_without_centre_says_why(string istat, CentreFinding finding)
    {
        var answer = await _on.Registry.FindCentreAsync(istat, s_day, CancellationToken.None);

        Assert.That((answer.Finding, answer.Centre), Is.EqualTo((finding, (EmploymentCentreView?)null)));
    }

    [Test]
    public async Task A_merged_municipality_has_its_centre_until_its_last_day()
    {
        await using (var context = _on.CreateDbContext())
        {
            context.Municipalities.Add(new Municipality
            {
                IstatCode = "103001", ValidFrom = new DateOnly(1995, 1, 1), ValidTo = new DateOnly(2026, 3, 11), Name = "Vecchio", Province = "VB", Belfiore = "Z999", CentreCode = "28",
            });
            await context.Municipalities.Where(row => row.IstatCode == "103001" && row.ValidFrom == ReferenceTables.Always).ExecuteDeleteAsync();
            await context.SaveChangesAsync();
        }

        var before = await _on.Registry.FindCentreAsync("103001", s_day.AddDays(-1), CancellationToken.None);
        var after = await _on.Registry.FindCentreAsync("103001", s_day, CancellationToken.None);

        Assert.That((before.Finding, after.Finding), Is.EqualTo((CentreFinding.Found, CentreFinding.Ceased)));
    }

    [Test]
    public async Task Loading_again_corrects_what_changed_and_adds_nothing()
    {
        await using var context = _on.CreateDbContext();
        await context.Centres.Where(row => row.Code == "11").ExecuteUpdateAsync(update => update.SetProperty(row => row.Name, "Altro"));

        await ReferenceLoader.LoadAsync(context, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(_on.Registry.ListCentresAsync(CancellationToken.None).Result.Single(row => row.Code == "11").Name, Is.EqualTo("Saluzzo"));
            Assert.That(context.Municipalities.Count(), Is.EqualTo(1_181));
        });
    }

    [Test]
    public void Every_table_carries_the_prefix()
    {
        using var context = _on.CreateDbContext();

        Assert.That(context.Model.GetEntityTypes().Select(entity => entity.GetTableName()), Is.All.StartsWith(Mapping.CasesModel.TablePrefix));
    }
}
