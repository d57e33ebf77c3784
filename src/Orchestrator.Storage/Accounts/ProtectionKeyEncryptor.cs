using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Accounts;

/// <summary>Data-protection keys lie in the database wrapped by the master key: who has the database alone can forge no cookie.</summary>
public sealed class ProtectionKeyEncryptor(IMasterKeySource source) : IXmlEncryptor
{
    internal const string Purpose = "data-protection";
    private const string Wrapped = "wrappedByMasterKey";

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement(Wrapped, Convert.ToBase64String(source.Master.Wrap(plain, Purpose))), typeof(ProtectionKeyDecryptor));
    }
}
