using System.Globalization;

namespace Orchestrator.Ui.Text;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSizes
{
    private const int Thousand = 1024;

    /// <summary>«512 byte», «34 kB», «1,2 MB», with the decimal sign of the page's language.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < Thousand => bytes.ToString(CultureInfo.CurrentCulture) + " byte",
        < Thousand * Thousand => Math.Round(bytes / (double)Thousand).ToString(CultureInfo.CurrentCulture) + " kB",
        _ => (bytes / (double)(Thousand * Thousand)).ToString("0.0", CultureInfo.CurrentCulture) + " MB",
    };
}
