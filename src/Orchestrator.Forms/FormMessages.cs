using System.Collections.Frozen;
using System.Globalization;

namespace Orchestrator.Forms;

/// <summary>The words of form errors in one language. The figure of a rule stands at <c>{0}</c>.</summary>
public sealed class FormMessages
{
    private readonly FrozenDictionary<string, string> _byCode;

    private readonly FrozenDictionary<string, string> _types;

    private FormMessages(Dictionary<string, string> byCode, Dictionary<string, string> types)
    {
        _byCode = byCode.ToFrozenDictionary(StringComparer.Ordinal);
        _types = types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static FormMessages Italian { get; } = new(new()
    {
        [FormErrorCodes.Required] = "Il campo è obbligatorio.",
        [FormErrorCodes.Type] = "Il valore non è del tipo atteso: {0}.",
        [FormErrorCodes.Min] = "Il valore minimo è {0}.",
        [FormErrorCodes.Max] = "Il valore massimo è {0}.",
        [FormErrorCodes.MinLength] = "Servono almeno {0} caratteri.",
        [FormErrorCodes.MaxLength] = "Sono ammessi al massimo {0} caratteri.",
        [FormErrorCodes.Pattern] = "Il testo non ha la forma richiesta.",
        [FormErrorCodes.Email] = "Scrivi un indirizzo di posta elettronica, per esempio nome@ente.it.",
        [FormErrorCodes.Phone] = "Scrivi un numero di telefono, per esempio +39 011 1234567.",
        [FormErrorCodes.Decimals] = "Sono ammesse al massimo {0} cifre decimali.",
        [FormErrorCodes.Increment] = "Il valore deve essere un multiplo di {0}.",
        [FormErrorCodes.NotAnOption] = "Scegli una delle voci proposte.",
        [FormErrorCodes.Duplicate] = "La stessa voce è scelta due volte.",
        [FormErrorCodes.Date] = "Scrivi una data che esiste, per esempio 31/03/2026.",
        [FormErrorCodes.Time] = "Scrivi un'ora, per esempio 09:30.",
        [FormErrorCodes.DateTime] = "Scrivi una data e un'ora, per esempio 31/03/2026 09:30.",
        [FormErrorCodes.Past] = "La data è già passata.",
        [FormErrorCodes.Unknown] = "Il campo non fa parte del modulo.",
        [FormErrorCodes.ReadOnly] = "Il campo è di sola lettura e non può essere cambiato.",
        [FormErrorCodes.Rows] = "Il numero di righe è fisso: {0}.",
        [FormErrorCodes.RowsMax] = "Sono ammesse al massimo {0} righe.",
        [FormErrorCodes.Rule] = "I dati inseriti non sono coerenti fra loro.",
    }, new()
    {
        ["text"] = "testo",
        ["line"] = "testo su una riga",
        ["number"] = "numero",
        ["boolean"] = "sì o no",
        ["list"] = "elenco",
        ["context"] = "gruppo di campi",
    });

    public static FormMessages English { get; } = new(new()
    {
        [FormErrorCodes.Required] = "This field is required.",
        [FormErrorCodes.Type] = "The value is not of the expected type: {0}.",
        [FormErrorCodes.Min] = "The least value is {0}.",
        [FormErrorCodes.Max] = "The greatest value is {0}.",
        [FormErrorCodes.MinLength] = "At least {0} characters are needed.",
        [FormErrorCodes.MaxLength] = "At most {0} characters are allowed.",
        [FormErrorCodes.Pattern] = "The text does not have the required form.",
        [FormErrorCodes.Email] = "Write an e-mail address, for example name@office.it.",
        [FormErrorCodes.Phone] = "Write a telephone number, for example +39 011 1234567.",
        [FormErrorCodes.Decimals] = "At most {0} decimal digits are allowed.",
        [FormErrorCodes.Increment] = "The value must be a multiple of {0}.",
        [FormErrorCodes.NotAnOption] = "Choose one of the options offered.",
        [FormErrorCodes.Duplicate] = "The same option is chosen twice.",
        [FormErrorCodes.Date] = "Write a date that exists, for example 31/03/2026.",
        [FormErrorCodes.Time] = "Write a time, for example 09:30.",
        [FormErrorCodes.DateTime] = "Write a date and a time, for example 31/03/2026 09:30.",
        [FormErrorCodes.Past] = "The date has already passed.",
        [FormErrorCodes.Unknown] = "The field is not part of the form.",
        [FormErrorCodes.ReadOnly] = "The field is read-only and cannot be changed.",
        [FormErrorCodes.Rows] = "The number of rows is fixed: {0}.",
        [FormErrorCodes.RowsMax] = "At most {0} rows are allowed.",
        [FormErrorCodes.Rule] = "The values do not agree with each other.",
    }, new()
    {
        ["text"] = "text",
        ["line"] = "text on one line",
        ["number"] = "number",
        ["boolean"] = "yes or no",
        ["list"] = "list",
        ["context"] = "group of fields",
    });

    public string Of(string code, string? limit) => string.Format(CultureInfo.InvariantCulture, _byCode[code], limit);

    /// <summary>The word for a type of values, one of <c>text</c>, <c>line</c>, <c>number</c>, <c>boolean</c>, <c>list</c>, <c>context</c>.</summary>
    internal string TypeName(string type) => _types[type];
}
