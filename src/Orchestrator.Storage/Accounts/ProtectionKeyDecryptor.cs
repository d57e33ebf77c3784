using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Storage.Encryption;

namespace Orchestrator.Storage.Accounts;

/// <summary>Opens what <see cref="ProtectionKeyEncryptor"/> wrapped. Data protection makes it by name, from what is stored: the name of this type must not change.</summary>
public sealed class ProtectionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    /// <exception cref="Codec.UnreadableHistoryException">Wrapped by another master key, or changed.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var master = services.GetRequiredService<IMasterKeySource>().Master;
        return XElement.Parse(Encoding.UTF8.GetString(master.Unwrap(Convert.FromBase64String(encryptedElement.Value), ProtectionKeyEncryptor.Purpose)));
    }
}
