using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Tests;

internal sealed class MasterKeyTests
{
    /// <summary>The first account of a PostgreSQL installation may be made before the server has ever made its data folder.</summary>
    [Test]
    public void A_key_is_made_in_a_folder_that_is_not_there_yet_and_read_again()
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-key-");
        try
        {
            var path = Path.Combine(folder.FullName, "data", "master.key");
            var wrapped = MasterKey.FromFile(path).Wrap([1, 2, 3], "a subject");
            Assert.That(MasterKey.FromFile(path).Unwrap(wrapped, "a subject"), Is.EqualTo(new byte[] { 1, 2, 3 }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
