using System.Text;
using Orchestrator.Cases.Imports;
using Orchestrator.Cases.Imports.Kinds;
using Orchestrator.Cases.Tests.Support;
using Orchestrator.Contracts.Cases;

namespace Orchestrator.Cases.Tests.Imports;

internal sealed class ImportFileReaderTests
{
    [TestCase(';')]
    [TestCase(',')]
    public void Both_separators_are_read(char separator)
    {
        var text = (SampleForms.Header + "\n" + SampleForms.Row(1).Replace("40,00", "40")).Replace(';', separator);

        var file = ImportFileReader.Read(Encoding.UTF8.GetBytes(text), WorkersKind.FileFormat);

        Assert.Multiple(() =>
        {
            Assert.That(file.Problem, Is.Null);
            Assert.That(file.Rows.Single().RowNumber, Is.EqualTo(2));
            Assert.That(file.Rows.Single().Values[WorkerColumns.Municipality], Is.EqualTo("004203"));
        });
    }

    [Test]
    public void A_byte_order_mark_and_windows_line_ends_do_not_matter()
    {
        var content = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(SampleForms.Header + "\r\n" + SampleForms.Row(1) + "\r\n")).ToArray();

        var file = ImportFileReader.Read(content, WorkersKind.FileFormat);

        Assert.That(file.Rows.Single().Values[WorkerColumns.CodiceFiscale], Is.EqualTo("CF00000000000001"));
    }

    [Test]
    public void A_file_in_another_encoding_is_refused_whole()
    {
        var file = ImportFileReader.Read(Encoding.Latin1.GetBytes(SampleForms.Header + "\nCF;Niccolò;x\n"), WorkersKind.FileFormat);

        Assert.Multiple(() =>
        {
            Assert.That(file.Rows, Is.Empty);
            Assert.That(file.Problem!.Code, Is.EqualTo("NOT_UTF8"));
        });
    }

    [TestCase("codice_fiscale;cognome;nome;mansione", "comune_domicilio_istat")]
    [TestCase(SampleForms.Header + ";stipendio", "«stipendio»")]
    [TestCase(SampleForms.Header + ";email", "ripete le colonne email")]
    public void A_wrong_header_is_refused_with_what_was_expected(string header, string said)
    {
        var file = ImportFileReader.Read(Encoding.UTF8.GetBytes(header + "\nx\n"), WorkersKind.FileFormat);

        Assert.Multiple(() =>
        {
            Assert.That(file.Problem!.Code, Is.EqualTo("BAD_HEADER"));
            Assert.That(file.Problem.Message, Does.Contain(said).And.Contain("titolo_studio"));
        });
    }

    [Test]
    public void A_file_without_header_does_not_show_its_first_person()
    {
        var file = ImportFileReader.Read(Encoding.UTF8.GetBytes(SampleForms.Header.Replace("email", "RSSMRA72S49G674V") + "\n"), WorkersKind.FileFormat);

        Assert.That(file.Problem!.Message, Does.Not.Contain("RSSMRA72S49G674V").IgnoreCase);
    }

    [Test]
    public void A_broken_row_is_listed_and_the_others_are_read()
    {
        // given: too few fields in line 3, a quote that never closes in line 5, an empty line 6
        var content = SampleForms.File(SampleForms.Row(1), "CF;solo;tre", SampleForms.Row(2), "\"" + SampleForms.Row(3), "", SampleForms.Row(4));

        // when
        var file = ImportFileReader.Read(content, WorkersKind.FileFormat);

        // then
        Assert.Multiple(() =>
        {
            Assert.That(file.Problem, Is.Null);
            Assert.That(file.Rows.Select(row => row.RowNumber), Is.EqualTo(new[] { 2, 3, 4, 5, 7 }));
            Assert.That(file.Rows.Where(row => row.Broken.Count > 0).Select(row => row.RowNumber), Is.EqualTo(new[] { 3, 5 }));
            Assert.That(file.Rows[1].Broken.Single().Message, Does.Contain("3 campi invece di 9"));
            Assert.That(file.Rows[3].Broken[0].Message, Does.Contain("virgolette"));
        });
    }

    [Test]
    public void A_quoted_value_may_hold_the_separator()
    {
        var file = ImportFileReader.Read(SampleForms.File(SampleForms.Row(1).Replace("Saldatore", "\"Saldatore; tagliatore\"")), WorkersKind.FileFormat);

        Assert.That(file.Rows.Single().Values[WorkerColumns.JobTitle], Is.EqualTo("Saldatore; tagliatore"));
    }

    [Test]
    public void A_value_that_is_too_long_breaks_its_row_only()
    {
        var file = ImportFileReader.Read(SampleForms.File(SampleForms.Row(1).Replace("Saldatore", new string('x', CaseLimits.ImportFieldCharsMax + 1)), SampleForms.Row(2)), WorkersKind.FileFormat);

        Assert.Multiple(() =>
        {
            Assert.That(file.Rows[0].Broken.Single().Code, Is.EqualTo(RowCode.TooLong));
            Assert.That(file.Rows[1].Broken, Is.Empty);
        });
    }

    [Test]
    public void The_limits_are_named()
    {
        var many = SampleForms.File([.. Enumerable.Repeat("x", CaseLimits.ImportRowsMax + 1)]);

        Assert.Multiple(() =>
        {
            Assert.That(ImportFileReader.Read(many, WorkersKind.FileFormat).Problem!.Message, Does.Contain("10000 righe"));
            Assert.That(ImportFileReader.Read(new byte[CaseLimits.ImportBytesMax + 1], WorkersKind.FileFormat).Problem!.Message, Does.Contain("5 MiB"));
            Assert.That(ImportFileReader.Read(SampleForms.File(), WorkersKind.FileFormat).Problem!.Code, Is.EqualTo("NO_ROWS"));
            Assert.That(ImportFileReader.Read(Array.Empty<byte>(), WorkersKind.FileFormat).Problem!.Code, Is.EqualTo("EMPTY_FILE"));
            Assert.That(ImportFileReader.Read("PK\u0003\u0004 a workbook"u8.ToArray(), WorkersKind.FileFormat).Problem!.Code, Is.EqualTo("NOT_CSV"));
        });
    }
}
