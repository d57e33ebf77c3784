namespace Orchestrator.Diagnostics;

/// <summary>BPMN and whole deployments in Italian, in the form of <see cref="ItalianFilesText"/>.</summary>
internal static class ItalianProcessText
{
    public const string Text =
        """
        BPMN0001
        Atteso XML ben formato senza tipo di documento, ma trovato: {0}
        Correggere il file in questo punto; un programma di modellazione lo scrive correttamente.
        BPMN0002
        Il file ha {0} caratteri, ma il massimo è {1}.
        Dividere il file: un processo per file, chiamato da attività di chiamata.
        BPMN0003
        Ammessi al massimo {0} elementi l'uno dentro l'altro, ma sono di più.
        Disegnare i sottoprocessi interni come processi a sé e chiamarli.
        BPMN0004
        Attesa la radice 'definitions' di BPMN 2.0, ma trovato '{0}' di '{1}'.
        Salvare il diagramma come XML di BPMN 2.0 (spazio dei nomi http://www.omg.org/spec/BPMN/20100524/MODEL).
        BPMN0005
        Atteso almeno un processo con isExecutable="true", ma trovato {0} senza.
        Segnare il processo come eseguibile o non pubblicare il file.
        BPMN0006
        '{0}' non ha un id.
        Dare all'elemento un id unico nel file.
        BPMN0007
        Ogni id può stare una volta sola, ma '{0}' è già usato: {1}.
        Rinominare uno dei due elementi.
        BPMN0008
        Atteso un elemento di BPMN 2.0 ammesso in '{1}', ma trovato '{0}'.
        Controllare come è scritto; le estensioni stanno in extensionElements, in uno spazio dei nomi proprio.
        BPMN0009
        Un processo può avere al massimo {1} {2}, ma trovati {0}.
        Spostare delle parti in processi a sé e chiamarli.
        BPMN0010
        Più di {0} segnalazioni; le altre di {1} non sono elencate.
        Correggere prima quelle qui sopra.
        BPMN0101
        Al flusso di sequenza '{0}' manca: {1}.
        Collegare entrambi gli estremi del flusso.
        BPMN0104
        Il flusso di sequenza '{0}' {1} '{2}', che non esiste in questo ambito.
        Collegare il flusso a un nodo o cancellarlo.
        BPMN0105
        Il flusso di sequenza '{0}' va da '{1}' a '{2}' attraverso il bordo di un sottoprocesso.
        Far terminare il flusso dentro il sottoprocesso o attaccare un evento al suo bordo.
        BPMN0106
        Non è ammesso un flusso in entrata ({0} '{1}'), ma trovato '{2}'.
        Portare il flusso al nodo che segue.
        BPMN0107
        Non è ammesso un flusso in uscita ({0} '{1}'), ma trovato '{2}'.
        Usare un evento intermedio o un'attività se il percorso prosegue.
        BPMN0109
        Manca un flusso in uscita: {0} '{1}' non porta da nessuna parte.
        Collegarlo al nodo che segue, anche solo a un evento finale.
        BPMN0110
        Il flusso di sequenza '{0}' ha una condizione, ma il nodo da cui esce ({1} '{2}') non guarda le condizioni.
        Togliere la condizione o mettere un gateway esclusivo prima del flusso.
        BPMN0111
        Il flusso di sequenza '{0}' deve avere una condizione: il gateway esclusivo '{1}' ha più flussi e questo non è quello predefinito.
        Scrivere una condizione che comincia con '=' o renderlo il flusso predefinito.
        BPMN0112
        Il flusso predefinito di '{0}' deve essere uno dei suoi flussi in uscita, ma trovato '{1}'.
        Scegliere come predefinito un flusso in uscita.
        BPMN0113
        Non è ammesso un flusso predefinito: {0} '{1}' non sceglie.
        Togliere l'attributo 'default'.
        BPMN0114
        Nessun percorso porta qui: {0} '{1}' non sarà mai raggiunto.
        Collegarlo o cancellarlo.
        BPMN0201
        Manca un evento iniziale ({0} '{1}').
        Disegnare un evento iniziale e collegarlo al primo nodo.
        BPMN0202
        Atteso un solo evento iniziale senza causa ({0} '{1}'), ma trovati {2}.
        Tenerne uno e da lì andare agli altri, o dare loro un messaggio o un timer.
        BPMN0203
        Atteso un evento iniziale senza causa nel sottoprocesso '{0}', ma trovato un inizio di genere {1}.
        Togliere la causa o segnare il sottoprocesso come sottoprocesso evento.
        BPMN0204
        Atteso un solo evento iniziale, con una causa, nel sottoprocesso evento '{0}', ma trovato {1}.
        Dare al sottoprocesso evento un inizio con timer, messaggio o errore.
        BPMN0206
        '{0}' deve stare sul bordo di un'attività, di un sottoprocesso o di un'attività di chiamata, ma '{1}' è {2}.
        Attaccarlo a un'attività o usare un evento intermedio.
        BPMN0208
        Atteso un solo evento che raccolga {0} su '{1}', ma lo raccolgono sia '{2}' sia '{3}'.
        Toglierne uno o dare codici di errore diversi.
        BPMN0209
        Atteso un solo evento per il messaggio '{0}' su '{1}', ma lo attendono sia '{2}' sia '{3}'.
        Toglierne uno o usare messaggi diversi.
        BPMN0210
        Dopo il gateway basato su eventi '{0}' è atteso un evento di messaggio o timer, o un'attività di ricezione semplice, ma '{1}' è {2}.
        Mettere un evento di attesa subito dopo il gateway.
        BPMN0211
        Attesi almeno due flussi in uscita dal gateway basato su eventi '{0}', ma trovati {1}.
        Aggiungere l'altro evento o usare il solo evento di attesa.
        BPMN0212
        '{1}' deve essere raggiunto solo dal gateway basato su eventi '{0}', ma ha {2} flussi in entrata.
        Dare all'altro percorso un evento di attesa proprio.
        BPMN0213
        Numero di definizioni di evento atteso: {2} ({0} '{1}'), ma trovate {3}.
        Disegnare un evento per ogni causa.
        BPMN0214
        '{0}' deve interrompere, perché un errore termina sempre ciò in cui nasce.
        Rendere l'evento interrompente o usare un messaggio.
        BPMN0215
        Il ciclo {0} non finisce e non attende mai: nessun nodo attende e nessuna condizione porta fuori.
        Mettere nel ciclo una condizione con un'uscita, un timer o un'attività.
        BPMN0216
        Atteso un solo evento iniziale per il messaggio '{0}', ma iniziano con esso sia '{1}' sia '{2}'.
        Tenere un solo evento iniziale e diramare dopo.
        BPMN0217
        Nel sottoprocesso ad hoc '{0}' non sono ammessi eventi iniziali e finali, ma trovato {1} '{2}'.
        Toglierlo: si scelgono gli elementi senza flussi in entrata, e un percorso finisce dove nessun flusso prosegue.
        BPMN0218
        Attesa almeno un'attività nel sottoprocesso ad hoc '{0}', ma non ce n'è nessuna.
        Disegnare le attività che si possono scegliere.
        BPMN1001
        '{0}' deve nominare un riferimento esistente ({1}), ma '{2}' non c'è.
        Sceglierne uno che esiste in questo file o aggiungerlo.
        BPMN1002
        {0} '{1}' deve nominare: {2}, ma non lo fa.
        Scegliere nelle proprietà dell'evento o dell'attività: {2}.
        BPMN1003
        Il messaggio '{0}' non ha un nome.
        Dare al messaggio il suo nome: è quello che usa chi lo invia.
        BPMN1004
        L'errore '{0}' non ha un errorCode.
        Dare all'errore il suo codice, o far raccogliere all'evento ogni errore senza nominarne uno.
        BPMN1005
        Il messaggio '{0}', atteso da '{1}', non ha una chiave di correlazione.
        Aggiungere al messaggio zeebe:subscription correlationKey="=…".
        BPMN1006
        L'attività di chiamata '{0}' non nomina un processo.
        Aggiungere zeebe:calledElement processId="…".
        BPMN1007
        Il modulo di '{0}' non è nominato con formId.
        Dare un formId a zeebe:formDefinition; i moduli dentro il processo (formKey) non vengono letti.
        BPMN1008
        '{0}' deve nominare un timer di bordo di questo processo, ma '{1}' non lo è.
        Usare l'id di un evento di bordo con timer.
        BPMN1009
        La variabile '{0}' è segnata come personale e ricercabile, ma ciò che è personale non sta mai in colonne di ricerca in chiaro.
        Togliere uno dei due segni; le persone si cercano nel registro delle pratiche.
        BPMN1010
        Atteso un solo '{0}' per '{1}', ma trovato un secondo.
        Unire i due in uno.
        BPMN1011
        Il modulo '{1}' di '{0}' non è in questa pubblicazione: l'attività non potrebbe essere svolta.
        Aggiungere il modulo alla cartella o correggere formId; un modulo di una pubblicazione precedente richiede bindingType="latest".
        BPMN1012
        Il processo '{1}', chiamato da '{0}', non è in questa pubblicazione.
        Aggiungerlo alla cartella o correggere processId; un processo di una pubblicazione precedente richiede bindingType="latest".
        BPMN1013
        Ogni processo può stare una volta sola, ma '{0}' sta anche in {1}.
        Rinominare o togliere uno dei due.
        BPMN1014
        Il processo '{0}' chiama sé stesso senza condizione e senza attendere: {1}.
        Mettere una condizione, un timer o un'attività prima della chiamata.
        BPMN1015
        La corsia '{0}' contiene '{1}', che non esiste in questo processo.
        Salvare di nuovo il diagramma con un programma di modellazione; la voce viene tralasciata.
        BPMN1016
        La decisione '{1}', chiamata da '{0}', non è in questa pubblicazione.
        Aggiungere il file .dmn alla cartella o correggere decisionId; una decisione di una pubblicazione precedente richiede bindingType="latest".
        BPMN2001
        '{0}' è un elemento di BPMN che non viene eseguito.
        {1}
        BPMN2002
        '{0}' di '{1}' non viene eseguito.
        {2}
        BPMN2003
        {0} deve essere un'espressione FEEL che comincia con '=', ma trovato '{1}'.
        Scrivere '=' prima dell'espressione.
        BPMN2004
        {0} deve essere un testo fisso, ma trovata un'espressione.
        Togliere '=' e scrivere il valore stesso.
        BPMN2005
        {0} di '{1}' manca o è vuoto.
        Dare un valore.
        BPMN2006
        {0} deve essere {1}, ma trovato '{2}'.
        Correggere il valore o scrivere un'espressione che comincia con '='.
        BPMN2007
        Atteso uno tra timeDate, timeDuration e timeCycle nel timer di '{0}', ma trovato {1}.
        Dare al timer uno solo dei tre.
        BPMN2008
        Atteso {2} nel timer di '{0}', ma trovato {1}.
        Usare un altro genere di timer o un evento che non interrompe.
        BPMN2009
        {0} '{1}' deve dire che cosa succede, ma non ha né l'uno né l'altro: {2}.
        Aggiungerne uno ai suoi extensionElements.
        BPMN2010
        {0} '{1}' deve dire una cosa sola che succede, ma ha entrambi: {2}.
        Togliere uno dei due.
        BPMN2011
        {0} deve essere il nome di una variabile o un percorso di nomi, ma trovato '{1}'.
        Usare lettere, cifre e '_', cominciando con una lettera; '.' tra i nomi.
        BPMN2012
        Nella multi-istanza di '{0}' outputCollection e outputElement stanno insieme, ma trovato solo {1}.
        Dare entrambi o nessuno.
        BPMN2013
        La multi-istanza di '{0}' deve nominare la sua inputCollection, ma non lo fa.
        Aggiungere zeebe:loopCharacteristics inputCollection="=…"; loopCardinality e riferimenti a dati non vengono eseguiti.
        BPMN2014
        {0} deve essere uno tra {1}, ma trovato '{2}'.
        Usare una di queste parole.
        BPMN2101
        '{0}' non viene eseguito e qui non ha effetto.
        Toglierlo o fare il lavoro in un'attività del processo.
        BPMN2102
        '{0}' non fa parte dell'estensione orch: e non ha effetto.
        Controllare come è scritto in docs/orch-extension.md.
        SET0001
        Atteso almeno un file .bpmn, .dmn o .form, ma trovato {0}.
        Aggiungere un processo alla cartella.
        SET0002
        Ogni nome di file può stare una volta sola, ma '{0}' compare due volte.
        Rinominare uno dei due file.
        SET0003
        Atteso un file .bpmn, .dmn, .form o .scenario, ma trovato '{0}'.
        Rinominarlo o lasciarlo fuori.
        SET0004
        Ammessi al massimo {1} file in una pubblicazione, ma trovati {0}.
        Pubblicare separatamente i processi che non si chiamano tra loro.
        """;
}
