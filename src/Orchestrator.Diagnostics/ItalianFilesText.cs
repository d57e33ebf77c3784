namespace Orchestrator.Diagnostics;

/// <summary>FEEL, DMN and forms in Italian: three lines each, the code, the message and the remedy, over the arguments of the English ones.</summary>
internal static class ItalianFilesText
{
    public const string Text =
        """
        FEEL0001
        Qui serve {0}, invece c'è {1}.
        Correggere l'espressione in questo punto.
        FEEL0002
        {0}: manca la chiusura con {1} prima della fine dell'espressione.
        Chiudere con {1} ({0}).
        FEEL0003
        Atteso un carattere di FEEL, ma trovato '{0}'.
        Togliere il carattere o metterlo in una stringa.
        FEEL0004
        L'espressione supera il limite di {1} {0}.
        Dividere l'espressione o calcolarne una parte in un passo precedente.
        FEEL0005
        Qui serve {0}, invece c'è {1}.
        Scrivere come in @"2019-12-24", @"10:30:00", @"2019-12-24T10:30:00@Europe/Rome", @"P30D", 12.5.
        FEEL0006
        Ogni chiave può stare una volta sola, ma '{0}' compare due volte.
        Rinominare o togliere una delle due voci.
        FEEL0007
        Attesa una funzione scritta in FEEL, ma trovata la funzione esterna {0}.
        Le funzioni esterne eseguono codice estraneo e sono rifiutate: scriverla in FEEL o usare un'attività di servizio.
        FEEL0008
        Atteso un tipo di FEEL, ma trovato '{0}'.
        Usare number, string, boolean, date, time, date and time, una durata, list<…>, context<…>, range<…>, function<…>-> … o Any.
        FEEL0009
        Qui serve {0}, invece c'è {1}.
        Correggere il documento dei calendari; docs/feel.md ne mostra la forma.
        FEEL0101
        La variabile '{0}' non esiste.
        Controllare il nome o dare prima un valore alla variabile.
        FEEL0102
        Attesa una funzione, ma '{0}' è {1}.
        Controllare il nome della funzione.
        FEEL0103
        Atteso {1} come '{2}' di {0}, ma trovato {3}.
        Convertire l'argomento, per esempio con date(), number() o string().
        FEEL0104
        Attesi i parametri {1} di {0}, ma trovato {2}.
        Dare gli argomenti che la funzione accetta.
        FEEL0105
        Attesi operandi ammessi da '{0}', ma trovati {1} e {2}.
        Convertire uno dei due o controllare prima se è null.
        FEEL0106
        Atteso un risultato di {0}, ma non c'è: {1}.
        Controllare prima i valori, per esempio che non siano zero.
        FEEL0107
        Atteso {0}, ma trovato il testo '{1}'.
        Scrivere secondo ISO 8601: 2019-12-24, 10:30:00, 2019-12-24T10:30:00, P30D.
        FEEL0108
        Attesa la posizione di uno dei {0} elementi, ma trovato {1}.
        Le posizioni partono da 1, o da -1 alla fine; controllare prima la lunghezza con count().
        FEEL0109
        Atteso vero o falso per {0}, ma trovato {1}.
        Fare un confronto, per esempio con '= true', o dare un valore alla variabile.
        FEEL0110
        Ammessi al massimo {1} {0}, ma l'espressione ne richiede di più.
        Lavorare su meno dati o far terminare la ricorsione.
        FEEL0111
        Attesa una proprietà '{0}', ma manca in {1}.
        Controllare il nome della proprietà.
        FEEL0112
        Atteso uno dei calendari {1}, ma trovato '{0}'.
        Usare uno di questi nomi o aggiungere il calendario alla configurazione.
        FEEL0113
        Atteso un fuso orario della banca dati IANA, ma trovato '{0}'.
        Scrivere per esempio Europe/Rome.
        FEEL0114
        Attesa un'espressione regolare di XPath, ma '{0}' non lo è: {1}.
        Correggere il modello.
        FEEL0115
        Atteso un valore che una variabile può contenere, ma trovato {0}.
        Tenere funzioni e intervalli dentro l'espressione.
        FEEL0116
        Attesi un elenco o i due estremi di un intervallo da scorrere, ma trovato {0}.
        Usare un elenco, oppure numeri interi o date separati da '..'.
        FEEL0117
        Attesi estremi di un intervallo confrontabili, ma trovati {0} e {1}.
        Dare ai due estremi lo stesso tipo, prima il minore.
        DMN0001
        Atteso XML ben formato senza tipo di documento, ma trovato: {0}
        Correggere il file in questo punto; un programma di modellazione lo scrive correttamente.
        DMN0002
        Il file ha {0} caratteri, ma il massimo è {1}.
        Dividere il modello: le sue parti si possono importare.
        DMN0003
        Ammessi al massimo {0} elementi l'uno dentro l'altro, ma sono di più.
        Spostare le espressioni interne in decisioni o modelli di conoscenza a sé.
        DMN0004
        Attesa la radice 'definitions' di DMN da 1.2 a 1.5, ma trovato '{0}' di '{1}'.
        Salvare il modello come DMN 1.3 o successivo.
        DMN0005
        Attesa almeno una decisione, ma non ce n'è nessuna.
        Disegnare una decisione o importare questo modello in uno che ne ha.
        DMN0006
        Ogni id può stare una volta sola, ma '{0}' è già usato: {1}.
        Rinominare uno dei due elementi.
        DMN0007
        L'elemento '{0}' non ha un nome.
        Dare un nome all'elemento: le espressioni lo usano.
        DMN0008
        Ogni nome può stare una volta sola, ma '{0}' è anche il nome di {1}.
        Rinominare uno dei due: le espressioni non potrebbero distinguerli.
        DMN0009
        Più di {0} segnalazioni; le altre di {1} non sono elencate.
        Correggere prima quelle qui sopra.
        DMN0010
        Le definizioni di ogni file devono avere un id proprio, ma '{0}' è anche quello di {1}.
        Dare un altro id alle definizioni di uno dei due file.
        DMN0011
        Ogni decisione può stare una volta sola, ma '{0}' sta anche in {1}.
        Rinominare o togliere una delle due: un processo non potrebbe distinguerle.
        DMN0101
        '{0}' deve portare a {1}, ma '{2}' non esiste.
        Ricollegarlo nel diagramma o aggiungere il modello importato.
        DMN0102
        Manca il modello con spazio dei nomi '{0}', importato come '{1}'.
        Dare il modello importato insieme a questo.
        DMN0103
        '{0}' deve importare un modello DMN, ma il suo importType è '{1}'.
        Si importano solo modelli DMN; PMML e schemi XML non vengono letti.
        DMN0104
        Atteso un tipo di FEEL o una definizione di elemento, ma trovato '{0}'.
        Correggere il tipo o aggiungere la definizione.
        DMN0105
        '{0}' ha bisogno del proprio risultato: {1}.
        Togliere uno dei collegamenti.
        DMN0106
        La definizione di elemento '{0}' è la base di sé stessa.
        Scegliere un altro tipo.
        DMN0201
        Attesa un'espressione di DMN, ma trovato '{0}'.
        Usare espressione letterale, tabella, contesto, invocazione, elenco, relazione, funzione, condizionale, filtro, for, some o every.
        DMN0202
        In '{1}' manca, o è vuoto: {0}.
        Scrivere l'espressione.
        DMN0203
        Attesa una funzione scritta in FEEL, ma '{0}' è di genere {1}: {2}.
        Le funzioni estranee sono rifiutate: scriverla in FEEL o usare un'attività di servizio.
        DMN0204
        Attesa un'espressione in FEEL, ma la sua lingua è '{0}'.
        Scriverla in FEEL.
        DMN0205
        Atteso un criterio di selezione di DMN, ma trovato '{0}'.
        Scegliere UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER o COLLECT.
        DMN0206
        Atteso SUM, MIN, MAX o COUNT, ma trovato '{0}'.
        Scegliere uno di questi, o nessuno per avere l'elenco dei risultati.
        DMN0207
        Attese {0} celle ({1}) nella regola {2}, ma trovate {3}.
        Aggiungere o togliere celle perché la regola corrisponda alle colonne.
        DMN0208
        Attesa una sola uscita per l'aggregazione {0}, ma trovate {1}.
        Aggregare una sola uscita in una tabella a sé.
        DMN0209
        Il criterio {0} ordina secondo i valori di uscita, ma non ce ne sono.
        Elencare i valori di uscita, prima il più importante.
        DMN0210
        La tabella ha {0} celle, ma il massimo è {1}.
        Dividere la tabella.
        DMN0211
        Ogni voce può stare una volta sola, ma '{0}' compare due volte.
        Rinominare o togliere una delle due.
        DMN0301
        Attesa un'espressione leggibile, ma: {0}
        {1}
        DMN0302
        {0}: atteso {1}, ma trovato {2}.
        Dare un valore di questo tipo o correggere il tipo.
        DMN0303
        Con il criterio UNIQUE può valere una sola regola, ma valgono le regole {0}.
        Fare in modo che le regole si escludano o scegliere un altro criterio.
        DMN0304
        Con il criterio ANY le regole che valgono devono dare lo stesso risultato, ma le regole {0} differiscono.
        Dare loro lo stesso risultato o scegliere un altro criterio.
        DMN0305
        {0}: atteso uno tra {1}, ma trovato {2}.
        Dare un valore ammesso o ampliare l'elenco.
        DMN0306
        Manca un valore per l'ingresso '{0}'.
        Dare un valore all'ingresso.
        DMN0308
        Attesa una funzione da chiamare, ma '{0}' è {1}.
        Chiamare un modello di conoscenza, un servizio di decisione o una funzione.
        DMN0309
        Attesi i parametri {1} di '{0}', ma trovato {2}.
        Dare ogni parametro una volta.
        DMN0310
        '{0}' ha bisogno del proprio risultato.
        Togliere uno dei collegamenti.
        DMN0311
        '{0}' non ha un'espressione.
        Scrivere l'espressione.
        FORM0001
        Qui serve {0}, invece c'è {1}.
        Correggere il JSON in questo punto; l'editor dei moduli lo scrive correttamente.
        FORM0002
        Un modulo può avere al massimo {1} {2}, ma trovato {0}.
        Dividere il modulo in più attività.
        FORM0003
        Atteso un modulo con '{0}', ma trovato {1}.
        Salvarlo con l'editor dei moduli: {{"type": "default", "id": …, "components": […]}}.
        FORM0004
        La proprietà '{0}' può stare una volta sola, ma compare due volte.
        Togliere una delle due.
        FORM0101
        Atteso un componente di form-js, ma trovato il tipo '{0}'.
        Usare uno dei componenti elencati in docs/elements.md.
        FORM0102
        '{0}' è un componente di form-js che qui non è disponibile.
        {1}
        FORM0103
        '{0}' di {1} manca o è vuoto.
        Dare un valore.
        FORM0104
        '{0}' deve essere {1}, ma trovato {2}.
        Correggere il valore.
        FORM0105
        '{0}' deve essere un nome o un percorso di nomi, ma trovato '{1}'.
        Usare lettere, cifre e '_', cominciando con una lettera; '.' tra i nomi.
        FORM0106
        Ogni chiave può stare una volta sola, ma '{0}' è anche la chiave del componente in {1}.
        Rinominare uno dei due.
        FORM0107
        '{0}' deve essere un'espressione FEEL che comincia con '=', ma trovato '{1}'.
        Scrivere '=' prima dell'espressione.
        FORM0108
        Attesa un'espressione regolare senza sguardi in avanti né rimandi, ma '{0}' non lo è: {1}
        Correggere il modello.
        FORM0109
        Atteso uno tra values, valuesKey e valuesExpression su '{0}', ma trovato {1}.
        Dare al componente una sola fonte delle opzioni.
        FORM0110
        Ogni opzione può stare una volta sola, ma '{0}' compare due volte.
        Togliere o rinominare una delle due.
        FORM0111
        '{0}' non si vedrà mai: la condizione che lo nasconde è sempre vera.
        Correggere la condizione o cancellare il componente.
        FORM0112
        Nessun valore di '{0}' può essere accettato: {1} è maggiore di {2}.
        Scambiare i due limiti.
        FORM0113
        L'elenco '{0}' non ha componenti.
        Aggiungere un componente all'elenco.
        FORM0114
        La regola di '{0}' non ha orchRuleMessage: le persone leggeranno una frase generica.
        Aggiungere properties.orchRuleMessage.
        FORM0201
        Ogni modulo può stare una volta sola, ma '{0}' sta anche in {1}.
        Rinominare o togliere uno dei due.
        FORM0202
        Nessuna attività e nessun evento iniziale di questa pubblicazione nomina il modulo '{0}': nessuno potrà aprirlo.
        Nominarlo in un'attività con zeebe:formDefinition o togliere il file.
        """;
}
