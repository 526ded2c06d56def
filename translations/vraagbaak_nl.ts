<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source># Vraagbaak %1

Questions and answers for professionals in the Dutch social domain. Free for professionals, for ever. No advertisements, no trade in data, no telemetry.

## Licence

Vraagbaak is free software under the European Union Public Licence (EUPL) 1.2. You may use, study, change and share it. The text of the licence is the last page of this help.

## Made with

Qt %2 (LGPL-3.0), QtKeychain (BSD-3-Clause), SQLite (public domain), Boost (BSL-1.0), libsodium (ISC).
</source>
            <translation># Vraagbaak %1

Vragen en antwoorden voor professionals in het sociaal domein. Voor professionals altijd gratis. Geen reclame, geen handel in gegevens, geen telemetrie.

## Licentie

Vraagbaak is vrije software onder de European Union Public Licence (EUPL) 1.2. Je mag de software gebruiken, bestuderen, veranderen en delen. De tekst van de licentie is de laatste pagina van deze help.

## Gemaakt met

Qt %2 (LGPL-3.0), QtKeychain (BSD-3-Clause), SQLite (publiek domein), Boost (BSL-1.0), libsodium (ISC).
</translation>
        </message>
    </context>
    <context>
        <name>Age</name>
        <message>
            <source>now</source>
            <translation>nu</translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n u</numerusform>
                <numerusform>%n u</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 h %2</source>
            <translation>%1 u %2</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>gisteren</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>zojuist</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minuut geleden</numerusform>
                <numerusform>%n minuten geleden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n uur geleden</numerusform>
                <numerusform>%n uur geleden</numerusform>
            </translation>
        </message>
        <message>
            <source>yesterday at %1</source>
            <translation>gisteren om %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>gisteren %1</translation>
        </message>
    </context>
    <context>
        <name>Later</name>
        <message>
            <source>This afternoon</source>
            <translation>Vanmiddag</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Morgen</translation>
        </message>
        <message>
            <source>Next week</source>
            <translation>Volgende week</translation>
        </message>
    </context>
    <context>
        <name>LinkWords</name>
        <message numerus="yes">
            <source>%n not sent: look at it</source>
            <translation>
                <numerusform>%n niet verzonden: kijk ernaar</numerusform>
                <numerusform>%n niet verzonden: kijk ernaar</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is sent</source>
            <translation>Alles verzonden</translation>
        </message>
        <message numerus="yes">
            <source>%n being sent</source>
            <translation>
                <numerusform>%n wordt verzonden</numerusform>
                <numerusform>%n worden verzonden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for a connection</source>
            <translation>
                <numerusform>%n wacht op verbinding</numerusform>
                <numerusform>%n wachten op verbinding</numerusform>
            </translation>
        </message>
        <message>
            <source>What you see here may be incomplete.</source>
            <translation>Wat je hier ziet, is misschien niet alles.</translation>
        </message>
        <message>
            <source>What you see is of %1.</source>
            <translation>Wat je ziet, is van %1.</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>Niet aangemeld</translation>
        </message>
        <message>
            <source>No connection · you can go on working</source>
            <translation>Geen verbinding · je kunt doorwerken</translation>
        </message>
        <message>
            <source>No connection since %1 · you can go on working</source>
            <translation>Geen verbinding sinds %1 · je kunt doorwerken</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>Geen verbinding</translation>
        </message>
        <message>
            <source>What you write is kept and sent by itself.</source>
            <translation>Wat je schrijft, blijft bewaard en wordt vanzelf verzonden.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Nu proberen</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Verbinden…</translation>
        </message>
        <message>
            <source>Connecting… · updated at %1</source>
            <translation>Verbinden… · bijgewerkt om %1</translation>
        </message>
        <message>
            <source>Fetching questions · %1 %</source>
            <translation>Vragen ophalen · %1 %</translation>
        </message>
        <message>
            <source>Fetching questions…</source>
            <translation>Vragen ophalen…</translation>
        </message>
        <message>
            <source>Updating… · last at %1</source>
            <translation>Bijwerken… · laatst om %1</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>Bijgewerkt</translation>
        </message>
        <message>
            <source>Updated at %1</source>
            <translation>Bijgewerkt om %1</translation>
        </message>
        <message>
            <source>This network wants you to sign in first</source>
            <translation>Dit netwerk wil dat je je eerst aanmeldt</translation>
        </message>
        <message>
            <source>No way out yet</source>
            <translation>Nog geen toegang tot internet</translation>
        </message>
        <message>
            <source>This network answers in place of Vraagbaak. Open your browser, sign in to the network and come back. Nothing was lost.</source>
            <translation>Dit netwerk antwoordt in plaats van Vraagbaak. Open je browser, meld je aan bij het netwerk en kom terug. Er is niets verloren.</translation>
        </message>
        <message>
            <source>Connection not trusted · nothing was sent</source>
            <translation>Verbinding niet vertrouwd · er is niets verzonden</translation>
        </message>
        <message>
            <source>Connection not trusted</source>
            <translation>Verbinding niet vertrouwd</translation>
        </message>
        <message>
            <source>The server could not prove who it is, so nothing was sent. What you write is kept. Ask your administrator.</source>
            <translation>De server kon niet bewijzen wie hij is. Daarom is er niets verzonden. Wat je schrijft, blijft bewaard. Vraag het je beheerder.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Opnieuw proberen</translation>
        </message>
        <message>
            <source>The server cannot store anything now</source>
            <translation>De server kan nu niets opslaan</translation>
        </message>
        <message>
            <source>Sending has to wait</source>
            <translation>Verzenden moet even wachten</translation>
        </message>
        <message>
            <source>The server cannot store anything now. You can read; what you write stays here and is sent by itself.</source>
            <translation>De server kan nu niets opslaan. Lezen kan wel. Wat je schrijft, blijft hier staan en wordt later vanzelf verzonden.</translation>
        </message>
        <message>
            <source>The clock of this computer is wrong</source>
            <translation>De klok van deze computer loopt verkeerd</translation>
        </message>
        <message>
            <source>Times on screen may be wrong. Your texts are safe and in the right order.</source>
            <translation>Tijden op het scherm kloppen misschien niet. Je teksten zijn veilig en staan in de goede volgorde.</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>De schijf is vol</translation>
        </message>
        <message>
            <source>What you type is kept as long as the app is open, and stored as soon as there is room. Remove files you do not need.</source>
            <translation>Wat je typt, blijft bewaard zolang de app open is en wordt opgeslagen zodra er ruimte is. Verwijder bestanden die je niet nodig hebt.</translation>
        </message>
        <message>
            <source>Sign in to fetch what is new and to send what you wrote.</source>
            <translation>Meld je aan om op te halen wat er nieuw is en te verzenden wat je schreef.</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Aanmelden</translation>
        </message>
        <message numerus="yes">
            <source>Fetching %n document(s)</source>
            <translation>
                <numerusform>Er wordt %n document opgehaald</numerusform>
                <numerusform>Er worden %n documenten opgehaald</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MemberWords</name>
        <message>
            <source>Guest</source>
            <translation>Gast</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Lid</translation>
        </message>
        <message>
            <source>Moderator</source>
            <translation>Moderator</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Eigenaar</translation>
        </message>
        <message>
            <source>Reads and writes in the discussions chosen here, and sees nothing else.</source>
            <translation>Leest en schrijft in de gekozen discussies, en ziet verder niets.</translation>
        </message>
        <message>
            <source>Also invites and removes people, pins and closes discussions, and deletes posts.</source>
            <translation>Nodigt ook mensen uit en verwijdert ze, zet discussies vast of sluit ze, en verwijdert berichten.</translation>
        </message>
        <message>
            <source>Also appoints moderators, changes the channel and sees its rent.</source>
            <translation>Benoemt ook moderators, past het channel aan en ziet de huur.</translation>
        </message>
        <message>
            <source>Read discussions</source>
            <translation>Discussies lezen</translation>
        </message>
        <message>
            <source>Write in discussions</source>
            <translation>Schrijven in discussies</translation>
        </message>
        <message>
            <source>Change one's own posts</source>
            <translation>Eigen berichten wijzigen</translation>
        </message>
        <message>
            <source>Delete one's own posts</source>
            <translation>Eigen berichten verwijderen</translation>
        </message>
        <message>
            <source>Start a discussion</source>
            <translation>Een discussie beginnen</translation>
        </message>
        <message>
            <source>Bring in a case</source>
            <translation>Een casus inbrengen</translation>
        </message>
        <message>
            <source>See who is in it</source>
            <translation>Zien wie erin zit</translation>
        </message>
        <message>
            <source>Read documents</source>
            <translation>Documenten lezen</translation>
        </message>
        <message>
            <source>Add documents, versions and folders</source>
            <translation>Documenten, versies en mappen toevoegen</translation>
        </message>
        <message>
            <source>Rename, move and delete documents</source>
            <translation>Documenten hernoemen, verplaatsen en verwijderen</translation>
        </message>
        <message>
            <source>Write what was learned from a case</source>
            <translation>Opschrijven wat van een casus is geleerd</translation>
        </message>
        <message>
            <source>Close one's own discussions</source>
            <translation>Eigen discussies sluiten</translation>
        </message>
        <message>
            <source>Close every discussion</source>
            <translation>Elke discussie sluiten</translation>
        </message>
        <message>
            <source>Pin discussions</source>
            <translation>Discussies vastzetten</translation>
        </message>
        <message>
            <source>Delete posts of others</source>
            <translation>Berichten van anderen verwijderen</translation>
        </message>
        <message>
            <source>Invite people and answer requests</source>
            <translation>Mensen uitnodigen en verzoeken beantwoorden</translation>
        </message>
        <message>
            <source>Remove members and guests</source>
            <translation>Leden en gasten verwijderen</translation>
        </message>
        <message>
            <source>Appoint moderators and owners</source>
            <translation>Moderators en eigenaren benoemen</translation>
        </message>
        <message>
            <source>Change name, access and retention</source>
            <translation>Naam, toegang en bewaartermijn wijzigen</translation>
        </message>
        <message>
            <source>See the rent, seats and storage</source>
            <translation>De huur, plaatsen en opslag zien</translation>
        </message>
        <message>
            <source>Export everything</source>
            <translation>Alles exporteren</translation>
        </message>
        <message>
            <source>Hand over the channel</source>
            <translation>Het channel overdragen</translation>
        </message>
        <message>
            <source>Leave the channel</source>
            <translation>Het channel verlaten</translation>
        </message>
        <message>
            <source>Open: every professional may join.</source>
            <translation>Open: elke professional mag meedoen.</translation>
        </message>
        <message>
            <source>On request: a moderator decides who joins.</source>
            <translation>Op verzoek: een moderator beslist wie meedoet.</translation>
        </message>
        <message>
            <source>Closed: by invitation only, and found by nobody else.</source>
            <translation>Besloten: alleen op uitnodiging, en voor anderen niet te vinden.</translation>
        </message>
        <message>
            <source>Reads everything and starts discussions.</source>
            <translation>Leest alles en begint discussies.</translation>
        </message>
    </context>
    <context>
        <name>QuestionRow</name>
        <message>
            <source>not sent</source>
            <translation>niet verzonden</translation>
        </message>
        <message>
            <source>changed elsewhere too</source>
            <translation>ook elders gewijzigd</translation>
        </message>
        <message>
            <source>waits for a connection</source>
            <translation>wacht op verbinding</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation>wordt verzonden</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>concept</translation>
        </message>
        <message>
            <source>helped</source>
            <translation>heeft geholpen</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>gesloten</translation>
        </message>
        <message>
            <source>later</source>
            <translation>later</translation>
        </message>
        <message>
            <source>also to %1</source>
            <translation>ook naar %1</translation>
        </message>
        <message>
            <source>following</source>
            <translation>gevolgd</translation>
        </message>
        <message>
            <source>no answer yet</source>
            <translation>nog geen antwoord</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n antwoord</numerusform>
                <numerusform>%n antwoorden</numerusform>
            </translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>Ongelezen</translation>
        </message>
    </context>
    <context>
        <name>TopicWords</name>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n bericht</numerusform>
                <numerusform>%n berichten</numerusform>
            </translation>
        </message>
        <message>
            <source>is erased today</source>
            <translation>wordt vandaag gewist</translation>
        </message>
        <message numerus="yes">
            <source>is erased in %n day(s)</source>
            <translation>
                <numerusform>wordt over %n dag gewist</numerusform>
                <numerusform>wordt over %n dagen gewist</numerusform>
            </translation>
        </message>
        <message>
            <source>Situation</source>
            <translation>Situatie</translation>
        </message>
        <message>
            <source>What was tried</source>
            <translation>Wat is geprobeerd</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Vraag</translation>
        </message>
        <message>
            <source>What was agreed</source>
            <translation>Wat is afgesproken</translation>
        </message>
        <message>
            <source>What is going on? Use a pseudonym, such as “parent A”, and leave out names, addresses and dates of birth.</source>
            <translation>Wat is er aan de hand? Gebruik een schuilnaam, zoals ‘ouder A’, en laat namen, adressen en geboortedata weg.</translation>
        </message>
        <message>
            <source>What did you and others do already?</source>
            <translation>Wat hebben jij en anderen al gedaan?</translation>
        </message>
        <message>
            <source>What do you want to know from your colleagues?</source>
            <translation>Wat wil je van je collega's weten?</translation>
        </message>
        <message>
            <source>You can fill this in later.</source>
            <translation>Dit kun je later invullen.</translation>
        </message>
    </context>
    <context>
        <name>WipeWords</name>
        <message numerus="yes">
            <source>%n message(s) not sent yet</source>
            <translation>
                <numerusform>%n bericht dat nog niet verzonden is</numerusform>
                <numerusform>%n berichten die nog niet verzonden zijn</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s)</source>
            <translation>
                <numerusform>%n concept</numerusform>
                <numerusform>%n concepten</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is lost: everything is on the server.</source>
            <translation>Er gaat niets verloren: alles staat op de server.</translation>
        </message>
        <message>
            <source>This is lost for good: %1.</source>
            <translation>Dit ben je voorgoed kwijt: %1.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Practitioner</source>
            <translation>Uitvoerend professional</translation>
        </message>
        <message>
            <source>Policy officer</source>
            <translation>Beleidsmedewerker</translation>
        </message>
        <message>
            <source>Coordinator or manager</source>
            <translation>Coördinator of leidinggevende</translation>
        </message>
        <message>
            <source>Researcher or adviser</source>
            <translation>Onderzoeker of adviseur</translation>
        </message>
        <message>
            <source>Role not told</source>
            <translation>Rol niet ingevuld</translation>
        </message>
        <message>
            <source>practice</source>
            <translation>uitvoering</translation>
        </message>
        <message>
            <source>policy</source>
            <translation>beleid</translation>
        </message>
        <message>
            <source>coordination</source>
            <translation>coördinatie</translation>
        </message>
        <message>
            <source>research and advice</source>
            <translation>onderzoek en advies</translation>
        </message>
        <message>
            <source>other</source>
            <translation>overig</translation>
        </message>
        <message>
            <source>a citizen service number (BSN)</source>
            <translation>een burgerservicenummer (BSN)</translation>
        </message>
        <message>
            <source>a bank account number</source>
            <translation>een bankrekeningnummer</translation>
        </message>
        <message>
            <source>a phone number</source>
            <translation>een telefoonnummer</translation>
        </message>
        <message>
            <source>an e-mail address</source>
            <translation>een e-mailadres</translation>
        </message>
        <message>
            <source>a date of birth</source>
            <translation>een geboortedatum</translation>
        </message>
        <message>
            <source>an address</source>
            <translation>een adres</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>concept</translation>
        </message>
        <message>
            <source>waits for a connection</source>
            <translation>wacht op verbinding</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation>wordt verzonden</translation>
        </message>
        <message>
            <source>received</source>
            <translation>ontvangen</translation>
        </message>
        <message>
            <source>not sent</source>
            <translation>niet verzonden</translation>
        </message>
        <message>
            <source>two versions</source>
            <translation>twee versies</translation>
        </message>
        <message>
            <source>There seems to be a citizen service number (BSN) in it. Take it out and send it again.</source>
            <translation>Er lijkt een burgerservicenummer (BSN) in te staan. Haal het weg en verzend het opnieuw.</translation>
        </message>
        <message>
            <source>The text is too long. Make it shorter and send it again.</source>
            <translation>De tekst is te lang. Maak hem korter en verzend hem opnieuw.</translation>
        </message>
        <message>
            <source>The question in one sentence is too short or too long. Change it and send it again.</source>
            <translation>De vraag in één zin is te kort of te lang. Wijzig hem en verzend hem opnieuw.</translation>
        </message>
        <message>
            <source>Something in it is missing or not allowed. Change it and send it again.</source>
            <translation>Er ontbreekt iets of er staat iets in dat niet mag. Wijzig het en verzend het opnieuw.</translation>
        </message>
        <message>
            <source>What this belongs to is no longer there; it was probably deleted. You can copy your text.</source>
            <translation>Waar dit bij hoort bestaat niet meer; waarschijnlijk is het verwijderd. Je kunt je tekst kopiëren.</translation>
        </message>
        <message>
            <source>You are not allowed to do this (any more). You can copy your text.</source>
            <translation>Je mag dit niet (meer) doen. Je kunt je tekst kopiëren.</translation>
        </message>
        <message>
            <source>It was changed meanwhile, by somebody else or on another computer. Choose which version stays.</source>
            <translation>Het is intussen gewijzigd, door iemand anders of op een andere computer. Kies welke versie blijft.</translation>
        </message>
        <message>
            <source>The server already knows a different message with this number. Copy your text and send it anew.</source>
            <translation>De server kent al een ander bericht met dit nummer. Kopieer je tekst en verstuur hem opnieuw.</translation>
        </message>
        <message>
            <source>The server is older or newer than this app and does not know this yet. Try again after an update.</source>
            <translation>De server is ouder of nieuwer dan deze app en kent dit nog niet. Probeer het opnieuw na een update.</translation>
        </message>
        <message>
            <source>You sent a lot in a short time. Wait a moment and try again.</source>
            <translation>Je hebt in korte tijd veel verstuurd. Wacht even en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>The server cannot store anything at the moment. Try again later.</source>
            <translation>De server kan nu niets bewaren. Probeer het later opnieuw.</translation>
        </message>
        <message>
            <source>You are signed out. Sign in and try again.</source>
            <translation>Je bent afgemeld. Meld je aan en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Make room and try again.</source>
            <translation>De schijf van deze computer is vol. Maak ruimte en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>The server refused it (code: %1). You can try again.</source>
            <translation>De server weigerde het (code: %1). Je kunt het opnieuw proberen.</translation>
        </message>
        <message>
            <source>The e-mail address and password do not belong together. Check both and try again.</source>
            <translation>Het e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>Too many attempts. Wait a few minutes and try again.</source>
            <translation>Te veel pogingen. Wacht een paar minuten en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>There is no connection to the server. Check your network and the address of the server.</source>
            <translation>Er is geen verbinding met de server. Controleer je netwerk en het adres van de server.</translation>
        </message>
        <message>
            <source>Something else than the server answered, probably the sign-in page of a wifi network. Sign in there with your browser, then try again. Nothing was sent.</source>
            <translation>Niet de server gaf antwoord, maar waarschijnlijk de aanmeldpagina van een wifi-netwerk. Meld je daar aan met je browser en probeer het opnieuw. Er is niets verstuurd.</translation>
        </message>
        <message>
            <source>The connection cannot be trusted: the certificate of the server is not right. Nothing was sent. Ask your administrator.</source>
            <translation>De verbinding is niet te vertrouwen: het certificaat van de server klopt niet. Er is niets verstuurd. Vraag het je beheerder.</translation>
        </message>
        <message>
            <source>This server does not let people register by themselves. Ask your organisation for an account.</source>
            <translation>Op deze server kun je niet zelf een account maken. Vraag je organisatie om een account.</translation>
        </message>
        <message>
            <source>That did not work. Perhaps you already have an account: try to sign in.</source>
            <translation>Dat is niet gelukt. Misschien heb je al een account: probeer je aan te melden.</translation>
        </message>
        <message>
            <source>This app is too old or too new for the server. Update the app.</source>
            <translation>Deze app is te oud of te nieuw voor de server. Werk de app bij.</translation>
        </message>
        <message>
            <source>The server does not accept what was filled in. Check the address, name and password.</source>
            <translation>De server accepteert niet wat er is ingevuld. Controleer het adres, de naam en het wachtwoord.</translation>
        </message>
        <message>
            <source>The server is not available right now. Try again in a moment.</source>
            <translation>De server is nu niet bereikbaar. Probeer het zo nog eens.</translation>
        </message>
        <message>
            <source>Something went wrong (code: %1). Try again; if it stays, tell your administrator the code.</source>
            <translation>Er ging iets mis (code: %1). Probeer het opnieuw; blijft het zo, geef je beheerder dan de code.</translation>
        </message>
        <message>
            <source>The disk is full. What you type is kept in memory and stored as soon as there is room. Do not close Vraagbaak before that.</source>
            <translation>De schijf is vol. Wat je typt blijft in het geheugen en wordt bewaard zodra er ruimte is. Sluit Vraagbaak niet eerder.</translation>
        </message>
        <message>
            <source>What you type could not be stored (code: %1). It is kept in memory and tried again. Do not close Vraagbaak before that.</source>
            <translation>Wat je typt kon niet worden bewaard (code: %1). Het blijft in het geheugen en wordt opnieuw geprobeerd. Sluit Vraagbaak niet eerder.</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Vraag</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwoord</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Reactie</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijziging</translation>
        </message>
        <message>
            <source>Deletion</source>
            <translation>Verwijdering</translation>
        </message>
        <message>
            <source>Thanks</source>
            <translation>Bedankje</translation>
        </message>
        <message>
            <source>Helped mark</source>
            <translation>Heeft geholpen</translation>
        </message>
        <message>
            <source>Expertise</source>
            <translation>Expertise</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profiel</translation>
        </message>
        <message>
            <source>Saved, follow or read</source>
            <translation>Bewaard, gevolgd of gelezen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Instellingen</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Unknown colleague</source>
            <translation>Onbekende collega</translation>
        </message>
        <message>
            <source>This profile belongs to another user or another server. Erase it first, or start Vraagbaak with another profile (option --profile).</source>
            <translation>Dit profiel is van een andere gebruiker of server. Wis het eerst, of start Vraagbaak met een ander profiel (optie --profile).</translation>
        </message>
        <message>
            <source>There seems to be a citizen service number (BSN) in it.</source>
            <translation>Er lijkt een burgerservicenummer (BSN) in te staan.</translation>
        </message>
        <message>
            <source>The text is too long.</source>
            <translation>De tekst is te lang.</translation>
        </message>
        <message>
            <source>The question was closed meanwhile.</source>
            <translation>De vraag is intussen gesloten.</translation>
        </message>
        <message>
            <source>You are not allowed to do this (any more).</source>
            <translation>Je mag dit niet (meer) doen.</translation>
        </message>
        <message>
            <source>What this belongs to is no longer there.</source>
            <translation>Waar dit bij hoort, bestaat niet meer.</translation>
        </message>
        <message>
            <source>It was changed meanwhile.</source>
            <translation>Het is intussen gewijzigd.</translation>
        </message>
        <message>
            <source>The question in one sentence is too short or too long.</source>
            <translation>De vraag in één zin is te kort of te lang.</translation>
        </message>
        <message>
            <source>Something in it is missing or not allowed.</source>
            <translation>Er ontbreekt iets, of er staat iets in dat niet mag.</translation>
        </message>
        <message>
            <source>It cannot be sent like this (code: %1).</source>
            <translation>Zo kan het niet verzonden worden (code: %1).</translation>
        </message>
        <message>
            <source>Not sent. %1 What you typed is under Drafts.</source>
            <translation>Niet verzonden. %1 Je tekst staat bij Concepten.</translation>
        </message>
        <message>
            <source>It is already on its way.</source>
            <translation>Het is al onderweg.</translation>
        </message>
        <message>
            <source>That was not done. %1</source>
            <translation>Dat is niet gedaan. %1</translation>
        </message>
        <message>
            <source>The rent of this channel has ended: nothing can be added. You can copy your text.</source>
            <translation>De huur van dit channel is afgelopen: er kan niets meer bij. Je kunt je tekst kopiëren.</translation>
        </message>
        <message>
            <source>This discussion was closed meanwhile. You can copy your text.</source>
            <translation>Deze discussie is intussen gesloten. Je kunt je tekst kopiëren.</translation>
        </message>
        <message>
            <source>Every seat of this channel is taken. Ask its owner.</source>
            <translation>Alle plaatsen in dit channel zijn bezet. Vraag het de eigenaar.</translation>
        </message>
        <message>
            <source>A channel always has an owner: hand it over to somebody first.</source>
            <translation>Een channel heeft altijd een eigenaar: draag het eerst over aan iemand.</translation>
        </message>
        <message>
            <source>This colleague is in the channel already.</source>
            <translation>Deze collega zit al in het channel.</translation>
        </message>
        <message>
            <source>Cases are for closed channels only. You can copy your text.</source>
            <translation>Casussen kunnen alleen in besloten channels. Je kunt je tekst kopiëren.</translation>
        </message>
        <message>
            <source>This code is not right, was used already, or is of another e-mail address.</source>
            <translation>Deze code klopt niet, is al gebruikt of hoort bij een ander e-mailadres.</translation>
        </message>
        <message>
            <source>Discussion or case</source>
            <translation>Discussie of casus</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Pinned or closed</source>
            <translation>Vastgezet of gesloten</translation>
        </message>
        <message>
            <source>Following, muted or read</source>
            <translation>Volgen, dempen of gelezen</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>Les</translation>
        </message>
        <message>
            <source>Joining a channel</source>
            <translation>Deelname aan een channel</translation>
        </message>
        <message>
            <source>Leaving a channel</source>
            <translation>Een channel verlaten</translation>
        </message>
        <message>
            <source>Answer to an invitation</source>
            <translation>Antwoord op een uitnodiging</translation>
        </message>
        <message>
            <source>Code of an invitation</source>
            <translation>Code van een uitnodiging</translation>
        </message>
        <message>
            <source>Answer to a request to join</source>
            <translation>Antwoord op een verzoek om mee te doen</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>Uitnodiging</translation>
        </message>
        <message>
            <source>Withdrawn invitation</source>
            <translation>Ingetrokken uitnodiging</translation>
        </message>
        <message>
            <source>Removal of a member</source>
            <translation>Verwijdering van een lid</translation>
        </message>
        <message>
            <source>Role of a member</source>
            <translation>Rol van een lid</translation>
        </message>
        <message>
            <source>Handing over a channel</source>
            <translation>Overdracht van een channel</translation>
        </message>
        <message>
            <source>Change of a channel</source>
            <translation>Wijziging van een channel</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>Change of a folder</source>
            <translation>Wijziging van een map</translation>
        </message>
        <message>
            <source>Removal of a folder</source>
            <translation>Verwijdering van een map</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Version of a document</source>
            <translation>Versie van een document</translation>
        </message>
        <message>
            <source>Change of a document</source>
            <translation>Wijziging van een document</translation>
        </message>
    </context>
    <context>
        <name>vb::client::app::Application</name>
        <message>
            <source>Another program uses this profile. Close it and start again.</source>
            <translation>Een ander programma gebruikt dit profiel. Sluit het en start opnieuw.</translation>
        </message>
        <message>
            <source>This profile was last used by a newer Vraagbaak. Nothing was changed. Install the newest version, or start with another profile.</source>
            <translation>Dit profiel is het laatst gebruikt door een nieuwere Vraagbaak. Er is niets veranderd. Installeer de nieuwste versie, of start met een ander profiel.</translation>
        </message>
        <message>
            <source>The disk is full, so your questions cannot be opened. Nothing is lost. Remove files you do not need and start again.</source>
            <translation>De schijf is vol. Daarom kunnen je vragen niet worden geopend. Er is niets verloren. Verwijder bestanden die je niet nodig hebt en start opnieuw.</translation>
        </message>
        <message>
            <source>The folder with your questions cannot be opened: %1. What is in it was left alone.</source>
            <translation>De map met je vragen kan niet worden geopend: %1. Wat erin staat, is niet aangeraakt.</translation>
        </message>
        <message>
            <source>Vraagbaak cannot start</source>
            <translation>Vraagbaak kan niet starten</translation>
        </message>
        <message>
            <source>The local copy was damaged and has been built again. Your texts were saved: %1.</source>
            <translation>De lokale kopie was beschadigd en is opnieuw opgebouwd. Je teksten zijn gered: %1.</translation>
        </message>
        <message>
            <source>New question for you</source>
            <translation>Nieuwe vraag voor jou</translation>
        </message>
        <message>
            <source>New question in %1</source>
            <translation>Nieuwe vraag in %1</translation>
        </message>
        <message numerus="yes">
            <source>%n new question(s) for you</source>
            <translation>
                <numerusform>%n nieuwe vraag voor jou</numerusform>
                <numerusform>%n nieuwe vragen voor jou</numerusform>
            </translation>
        </message>
        <message>
            <source>The newest: %1</source>
            <translation>De nieuwste: %1</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Openen</translation>
        </message>
        <message>
            <source>This computer has no keychain, so you sign in again after each start.</source>
            <translation>Deze computer heeft geen sleutelbos. Daarom meld je je na elke start opnieuw aan.</translation>
        </message>
        <message>
            <source>Vraagbaak runs already with this profile, but does not respond. End it and start again.</source>
            <translation>Vraagbaak draait al met dit profiel, maar reageert niet. Sluit dat programma af en start opnieuw.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AboutPanel</name>
        <message>
            <source>You are in it as %1. %2</source>
            <translation>Je bent %1. %2</translation>
        </message>
        <message>
            <source>Who may do what</source>
            <translation>Wie mag wat</translation>
        </message>
        <message>
            <source>Rent</source>
            <translation>Huur</translation>
        </message>
        <message>
            <source>Plan: %1</source>
            <translation>Pakket: %1</translation>
        </message>
        <message>
            <source>From %1 to %2</source>
            <translation>Van %1 tot %2</translation>
        </message>
        <message>
            <source>Since %1, without an end</source>
            <translation>Sinds %1, zonder einde</translation>
        </message>
        <message>
            <source>Seats: %1 of %2 in use; guests do not count</source>
            <translation>Plaatsen: %1 van %2 bezet; gasten tellen niet mee</translation>
        </message>
        <message>
            <source>Members: %1, as many as you like</source>
            <translation>Leden: %1, zoveel als je wilt</translation>
        </message>
        <message>
            <source>Settings of the channel</source>
            <translation>Instellingen van het channel</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Naam</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>Waar het voor is</translation>
        </message>
        <message>
            <source>Who may join</source>
            <translation>Wie mag meedoen</translation>
        </message>
        <message>
            <source>Days after which a case is erased</source>
            <translation>Dagen waarna een casus wordt gewist</translation>
        </message>
        <message>
            <source>For cases that are brought in from now on.</source>
            <translation>Voor casussen die vanaf nu worden ingebracht.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Opslaan</translation>
        </message>
        <message>
            <source>Give the channel a name.</source>
            <translation>Geef het channel een naam.</translation>
        </message>
        <message>
            <source>This text is too long.</source>
            <translation>Deze tekst is te lang.</translation>
        </message>
        <message>
            <source>The channel is changed</source>
            <translation>Het channel is gewijzigd</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Verlaten</translation>
        </message>
        <message>
            <source>Leave this channel</source>
            <translation>Dit channel verlaten</translation>
        </message>
        <message>
            <source>Leave %1?</source>
            <translation>%1 verlaten?</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Blijven</translation>
        </message>
        <message>
            <source>A channel always has an owner. Hand it over to a member first; after that you can leave.</source>
            <translation>Een channel heeft altijd een eigenaar. Draag het eerst over aan een lid; daarna kun je weg.</translation>
        </message>
        <message>
            <source>This channel will be deleted from %1. Copy what you want to keep before then.</source>
            <translation>Dit channel wordt vanaf %1 verwijderd. Kopieer voor die tijd wat je wilt bewaren.</translation>
        </message>
        <message>
            <source>The rent of this channel has ended: everything can be read, nothing can be added.</source>
            <translation>De huur van dit channel is afgelopen: alles is te lezen, er kan niets bij.</translation>
        </message>
        <message>
            <source>The rent has ended: everything can be read, nothing can be added. Nothing is deleted without a dated notice.</source>
            <translation>De huur is afgelopen: alles is te lezen, er kan niets bij. Zonder aankondiging met een datum wordt niets verwijderd.</translation>
        </message>
        <message>
            <source>Its discussions go from this computer. What you had not sent yet stays with you.</source>
            <translation>De discussies gaan van deze computer af. Wat je nog niet had verzonden, blijft bij jou.</translation>
        </message>
        <message>
            <source>Take along</source>
            <translation>Meenemen</translation>
        </message>
        <message>
            <source>Storage: %1 of %2 in use</source>
            <translation>Opslag: %1 van %2 in gebruik</translation>
        </message>
        <message>
            <source>Storage: %1 in use</source>
            <translation>Opslag: %1 in gebruik</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AccountScreen</name>
        <message>
            <source>Your profile is still being fetched.</source>
            <translation>Je profiel wordt nog opgehaald.</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>Wie ben je?</translation>
        </message>
        <message>
            <source>Colleagues see who asks and who answers. You decide what they see.</source>
            <translation>Collega's zien wie er vraagt en wie er antwoordt. Jij bepaalt wat ze zien.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Verder</translation>
        </message>
        <message>
            <source>Skip this</source>
            <translation>Dit overslaan</translation>
        </message>
        <message>
            <source>What do you know about?</source>
            <translation>Waar heb je verstand van?</translation>
        </message>
        <message>
            <source>New questions in these categories come to you. You can change this at any time.</source>
            <translation>Nieuwe vragen in deze categorieën komen bij jou terecht. Je kunt dit altijd wijzigen.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Beginnen</translation>
        </message>
        <message>
            <source>Step 1 of 2</source>
            <translation>Stap 1 van 2</translation>
        </message>
        <message>
            <source>Step 2 of 2</source>
            <translation>Stap 2 van 2</translation>
        </message>
        <message>
            <source>You are signed in</source>
            <translation>Je bent aangemeld</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Aanmelden</translation>
        </message>
        <message>
            <source>Your profile</source>
            <translation>Je profiel</translation>
        </message>
        <message>
            <source>Your expertise</source>
            <translation>Je expertise</translation>
        </message>
        <message>
            <source>Do not wait</source>
            <translation>Niet wachten</translation>
        </message>
        <message>
            <source>Your questions are being fetched, the newest first: %1 %.</source>
            <translation>Je vragen worden opgehaald, de nieuwste eerst: %1 %.</translation>
        </message>
        <message>
            <source>Your questions are being fetched, the newest first.</source>
            <translation>Je vragen worden opgehaald, de nieuwste eerst.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AccountSection</name>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>sign out server erase wipe</source>
            <translation>afmelden server wissen uitloggen</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Afmelden</translation>
        </message>
        <message>
            <source>Sign out and erase everything</source>
            <translation>Afmelden en alles wissen</translation>
        </message>
        <message>
            <source>After signing out, what is on this computer stays for the next time you sign in. Erasing removes questions, drafts and what was not sent yet from this computer.</source>
            <translation>Na het afmelden blijft alles op deze computer staan voor als je je weer aanmeldt. Met wissen verdwijnen vragen, concepten en wat nog niet verzonden is van deze computer.</translation>
        </message>
        <message>
            <source>Erase everything?</source>
            <translation>Alles wissen?</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>Alles houden</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Wissen</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Aangemeld</translation>
        </message>
        <message>
            <source>Server: %1</source>
            <translation>Server: %1</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AnswerCard</name>
        <message>
            <source>helped</source>
            <translation>heeft geholpen</translation>
        </message>
        <message>
            <source>%1, changed</source>
            <translation>%1, gewijzigd</translation>
        </message>
        <message>
            <source>Answer by %1</source>
            <translation>Antwoord van %1</translation>
        </message>
        <message>
            <source>Answer by %1, helped</source>
            <translation>Antwoord van %1, heeft geholpen</translation>
        </message>
        <message>
            <source>Thanked · %1</source>
            <translation>Bedankt · %1</translation>
        </message>
        <message>
            <source>Thank · %1</source>
            <translation>Bedanken · %1</translation>
        </message>
        <message>
            <source>Thank</source>
            <translation>Bedanken</translation>
        </message>
        <message>
            <source>Take back your thanks to %1</source>
            <translation>Je dank aan %1 terugnemen</translation>
        </message>
        <message>
            <source>Thank %1</source>
            <translation>%1 bedanken</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Reageren</translation>
        </message>
        <message>
            <source>Comment on the answer by %1</source>
            <translation>Reageren op het antwoord van %1</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Bewaard</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Bewaren</translation>
        </message>
        <message>
            <source>Do not keep the answer by %1 any more</source>
            <translation>Het antwoord van %1 niet meer bewaren</translation>
        </message>
        <message>
            <source>Save the answer by %1</source>
            <translation>Het antwoord van %1 bewaren</translation>
        </message>
        <message>
            <source>Take "helped" back</source>
            <translation>Heeft toch niet geholpen</translation>
        </message>
        <message>
            <source>This helped</source>
            <translation>Heeft geholpen</translation>
        </message>
        <message>
            <source>The answer by %1 did not help after all</source>
            <translation>Het antwoord van %1 heeft toch niet geholpen</translation>
        </message>
        <message>
            <source>The answer by %1 helped</source>
            <translation>Het antwoord van %1 heeft geholpen</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijzigen</translation>
        </message>
        <message>
            <source>Change your answer</source>
            <translation>Je antwoord wijzigen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Delete your answer</source>
            <translation>Je antwoord verwijderen</translation>
        </message>
        <message>
            <source>See To be sent</source>
            <translation>Bekijk bij Nog te verzenden</translation>
        </message>
        <message>
            <source>See what is to be sent</source>
            <translation>Bekijken wat nog te verzenden is</translation>
        </message>
        <message>
            <source>Source: %1</source>
            <translation>Bron: %1</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AskPresenter</name>
        <message>
            <source>Write your question in one sentence.</source>
            <translation>Schrijf je vraag in één zin.</translation>
        </message>
        <message numerus="yes">
            <source>This is longer than %n character(s). Put the rest in the explanation.</source>
            <translation>
                <numerusform>Dit is langer dan %n teken. Zet de rest in de toelichting.</numerusform>
                <numerusform>Dit is langer dan %n tekens. Zet de rest in de toelichting.</numerusform>
            </translation>
        </message>
        <message>
            <source>The explanation is too long to send. Make it shorter; nothing is lost meanwhile.</source>
            <translation>De toelichting is te lang om te versturen. Maak hem korter; er gaat intussen niets verloren.</translation>
        </message>
        <message>
            <source>Choose at least one category, so that the question reaches the right colleagues.</source>
            <translation>Kies minstens één categorie, zodat je vraag bij de juiste collega's komt.</translation>
        </message>
        <message numerus="yes">
            <source>Choose at most %n categories.</source>
            <translation>
                <numerusform>Kies hoogstens %n categorie.</numerusform>
                <numerusform>Kies hoogstens %n categorieën.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is something in the text that cannot be sent, such as an invisible control character.</source>
            <translation>Er staat iets in de tekst dat niet verstuurd kan worden, zoals een onzichtbaar teken.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AskScreen</name>
        <message>
            <source>Choose a category to see whom you reach.</source>
            <translation>Kies een categorie om te zien wie je bereikt.</translation>
        </message>
        <message>
            <source>Looking up how many colleagues this reaches…</source>
            <translation>Even kijken hoeveel collega's dit bereikt…</translation>
        </message>
        <message>
            <source>Not known yet how many colleagues this reaches.</source>
            <translation>Nog niet bekend hoeveel collega's dit bereikt.</translation>
        </message>
        <message>
            <source>Your question is sent as soon as there is a connection.</source>
            <translation>Je vraag wordt verstuurd zodra er verbinding is.</translation>
        </message>
        <message>
            <source>%1 other</source>
            <translation>%1 overig</translation>
        </message>
        <message>
            <source>Nobody has ticked this yet</source>
            <translation>Niemand heeft dit nog aangevinkt</translation>
        </message>
        <message numerus="yes">
            <source>Reaches %n colleague(s)</source>
            <translation>
                <numerusform>Bereikt %n collega</numerusform>
                <numerusform>Bereikt %n collega's</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a neighbouring category too.</source>
            <translation>Kies er ook een verwante categorie bij.</translation>
        </message>
        <message>
            <source>last known %1</source>
            <translation>laatst bekend %1</translation>
        </message>
        <message>
            <source>Ask a question</source>
            <translation>Stel een vraag</translation>
        </message>
        <message>
            <source>Your question in one sentence</source>
            <translation>Je vraag in één zin</translation>
        </message>
        <message>
            <source>Explanation</source>
            <translation>Toelichting</translation>
        </message>
        <message>
            <source>Ask question</source>
            <translation>Vraag stellen</translation>
        </message>
        <message>
            <source>Keep as draft</source>
            <translation>Bewaren als concept</translation>
        </message>
        <message>
            <source>Draft saved at %1</source>
            <translation>Concept bewaard om %1</translation>
        </message>
        <message>
            <source>Kept under Drafts.</source>
            <translation>Bewaard bij Concepten.</translation>
        </message>
        <message>
            <source>Open drafts</source>
            <translation>Concepten openen</translation>
        </message>
        <message>
            <source>Your question waits for a connection and is sent by itself. You can go on working.</source>
            <translation>Je vraag wacht op verbinding en gaat vanzelf weg. Je kunt doorwerken.</translation>
        </message>
        <message>
            <source>Your question is on its way.</source>
            <translation>Je vraag is onderweg.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::Attachments</name>
        <message>
            <source>Attach files…</source>
            <translation>Bestanden bijvoegen…</translation>
        </message>
        <message>
            <source>%1 is not attached: its text cannot be checked.</source>
            <translation>%1 is niet bijgevoegd: de tekst kan niet worden nagekeken.</translation>
        </message>
        <message>
            <source>%1 is not attached: it holds %2. In a case nobody may be recognised.</source>
            <translation>%1 is niet bijgevoegd: er staat %2 in. In een casus mag niemand te herkennen zijn.</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Bestanden bijvoegen</translation>
        </message>
        <message>
            <source>A post takes at most %1 files.</source>
            <translation>Bij een bericht kunnen hooguit %1 bestanden.</translation>
        </message>
        <message>
            <source>Do not attach %1</source>
            <translation>%1 niet bijvoegen</translation>
        </message>
        <message>
            <source>One moment: %1 is still being checked.</source>
            <translation>Een ogenblik: %1 wordt nog nagekeken.</translation>
        </message>
        <message>
            <source>%1 cannot be read any more. Take it out, or put it back.</source>
            <translation>%1 kan niet meer worden gelezen. Haal het weg of zet het terug.</translation>
        </message>
        <message>
            <source>%1 is not attached: it changed while it was checked.</source>
            <translation>%1 is niet bijgevoegd: het veranderde tijdens het nakijken.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::BrowseScreen</name>
        <message>
            <source>Choose a question</source>
            <translation>Kies een vraag</translation>
        </message>
        <message>
            <source>It opens here, with its answers.</source>
            <translation>De vraag opent hier, met de antwoorden.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::CaseForm</name>
        <message>
            <source>I looked at it again: nobody can be recognised</source>
            <translation>Ik heb het nog eens bekeken: niemand is te herkennen</translation>
        </message>
        <message>
            <source>Bring in the case</source>
            <translation>Casus inbrengen</translation>
        </message>
        <message>
            <source>Save changes</source>
            <translation>Wijzigingen opslaan</translation>
        </message>
        <message numerus="yes">
            <source>A case is read by the members of this channel only, and is erased after %n day(s), on the server and on every computer. Write in pseudonyms.</source>
            <translation>
                <numerusform>Een casus wordt alleen gelezen door de leden van dit channel, en wordt na %n dag gewist, op de server en op elke computer. Schrijf met schuilnamen.</numerusform>
                <numerusform>Een casus wordt alleen gelezen door de leden van dit channel, en wordt na %n dagen gewist, op de server en op elke computer. Schrijf met schuilnamen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The case in one line</source>
            <translation>De casus in één regel</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>This can lead to a person: %1</source>
            <translation>Dit kan naar een persoon leiden: %1</translation>
        </message>
        <message>
            <source>A case is sent without what identifies somebody. Take it out, or look again and say that nobody can be recognised by it.</source>
            <translation>Een casus gaat weg zonder wat iemand herkenbaar maakt. Haal het eruit, of kijk nog eens en zeg dat niemand eraan te herkennen is.</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>Haal het eruit</translation>
        </message>
        <message>
            <source>Together these may make somebody recognisable: %1. Say it more generally if you can.</source>
            <translation>Samen maken deze iemand misschien herkenbaar: %1. Zeg het algemener als dat kan.</translation>
        </message>
        <message>
            <source>This is too long to send. Make it shorter.</source>
            <translation>Dit is te lang om te verzenden. Maak het korter.</translation>
        </message>
        <message>
            <source>Write the case in one line, of at least three characters.</source>
            <translation>Schrijf de casus in één regel, van minstens drie tekens.</translation>
        </message>
        <message>
            <source>Write what you want to know.</source>
            <translation>Schrijf wat je wilt weten.</translation>
        </message>
        <message>
            <source>Describe the situation.</source>
            <translation>Beschrijf de situatie.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::CategoryPicker</name>
        <message>
            <source>Category</source>
            <translation>Categorie</translation>
        </message>
        <message>
            <source>Category · suggested because of %1</source>
            <translation>Categorie · voorgesteld vanwege %1</translation>
        </message>
        <message>
            <source>Fewer categories</source>
            <translation>Minder categorieën</translation>
        </message>
        <message>
            <source>All categories…</source>
            <translation>Alle categorieën…</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ChannelNotice</name>
        <message>
            <source>News in your channels</source>
            <translation>Nieuws in je channels</translation>
        </message>
        <message>
            <source>News in %1</source>
            <translation>Nieuws in %1</translation>
        </message>
        <message>
            <source>You are mentioned in %1</source>
            <translation>Je wordt genoemd in %1</translation>
        </message>
        <message numerus="yes">
            <source>You are mentioned %n time(s) in %1</source>
            <translation>
                <numerusform>Je wordt %n keer genoemd in %1</numerusform>
                <numerusform>Je wordt %n keer genoemd in %1</numerusform>
            </translation>
        </message>
        <message>
            <source>New post in %1</source>
            <translation>Nieuw bericht in %1</translation>
        </message>
        <message numerus="yes">
            <source>%n new post(s) in %1</source>
            <translation>
                <numerusform>%n nieuw bericht in %1</numerusform>
                <numerusform>%n nieuwe berichten in %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Invitation to %1</source>
            <translation>Uitnodiging voor %1</translation>
        </message>
        <message>
            <source>Somebody asks to join %1</source>
            <translation>Iemand wil meedoen in %1</translation>
        </message>
        <message numerus="yes">
            <source>%n people ask to join %1</source>
            <translation>
                <numerusform>%n persoon wil meedoen in %1</numerusform>
                <numerusform>%n mensen willen meedoen in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n keer genoemd</numerusform>
                <numerusform>%n keer genoemd</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new post(s)</source>
            <translation>
                <numerusform>%n nieuw bericht</numerusform>
                <numerusform>%n nieuwe berichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n invitation(s)</source>
            <translation>
                <numerusform>%n uitnodiging</numerusform>
                <numerusform>%n uitnodigingen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) to join</source>
            <translation>
                <numerusform>%n verzoek om mee te doen</numerusform>
                <numerusform>%n verzoeken om mee te doen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ChannelScreen</name>
        <message>
            <source>Part of the channel</source>
            <translation>Deel van het channel</translation>
        </message>
        <message>
            <source>%1 is on its way</source>
            <translation>%1 komt eraan</translation>
        </message>
        <message>
            <source>What is in this channel comes to this computer as soon as there is a connection.</source>
            <translation>Wat in dit channel staat, komt naar deze computer zodra er verbinding is.</translation>
        </message>
        <message>
            <source>Will be deleted from %1</source>
            <translation>Wordt vanaf %1 verwijderd</translation>
        </message>
        <message>
            <source>Copy what you want to keep before then.</source>
            <translation>Kopieer voor die tijd wat je wilt bewaren.</translation>
        </message>
        <message>
            <source>The rent has ended</source>
            <translation>De huur is afgelopen</translation>
        </message>
        <message>
            <source>Everything can be read, nothing can be added.</source>
            <translation>Alles is te lezen, er kan niets bij.</translation>
        </message>
        <message>
            <source>The rent ends on %1</source>
            <translation>De huur loopt af op %1</translation>
        </message>
        <message>
            <source>After that everything can still be read, but nothing added.</source>
            <translation>Daarna is alles nog te lezen, maar kan er niets bij.</translation>
        </message>
        <message>
            <source>This channel is not here</source>
            <translation>Dit channel is hier niet</translation>
        </message>
        <message>
            <source>You are not in it (any more), or it was deleted. What you had not sent yet is under Still to send.</source>
            <translation>Je zit er niet (meer) in, of het is verwijderd. Wat je nog niet had verzonden, staat onder Nog te verzenden.</translation>
        </message>
        <message>
            <source>You are no longer in %1. It is removed from this computer.</source>
            <translation>Je zit niet meer in %1. Het is van deze computer verwijderd.</translation>
        </message>
        <message>
            <source>Discussions</source>
            <translation>Discussies</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Casuïstiek</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documenten</translation>
        </message>
        <message numerus="yes">
            <source>Members · %n request(s)</source>
            <translation>
                <numerusform>Leden · %n verzoek</numerusform>
                <numerusform>Leden · %n verzoeken</numerusform>
            </translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Leden</translation>
        </message>
        <message>
            <source>Open channel</source>
            <translation>Open channel</translation>
        </message>
        <message>
            <source>Channel on request</source>
            <translation>Channel op verzoek</translation>
        </message>
        <message>
            <source>Closed channel</source>
            <translation>Besloten channel</translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n lid</numerusform>
                <numerusform>%n leden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ChannelsScreen</name>
        <message>
            <source>Your channels</source>
            <translation>Jouw channels</translation>
        </message>
        <message>
            <source>Invitations</source>
            <translation>Uitnodigingen</translation>
        </message>
        <message>
            <source>Asked to join</source>
            <translation>Gevraagd om mee te doen</translation>
        </message>
        <message>
            <source>Channels you can join</source>
            <translation>Channels waaraan je kunt meedoen</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Organisations share discussions and cases in a channel. What is in yours can be read without a network.</source>
            <translation>Organisaties delen discussies en casussen in een channel. Wat in die van jou staat, lees je ook zonder netwerk.</translation>
        </message>
        <message>
            <source>There are no channels for you yet. Somebody who moderates one can invite you.</source>
            <translation>Er zijn nog geen channels voor jou. Een moderator van een channel kan je uitnodigen.</translation>
        </message>
        <message>
            <source>%1 invites you.</source>
            <translation>%1 nodigt je uit.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Openen</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>%1 openen</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Aannemen</translation>
        </message>
        <message>
            <source>Accept the invitation to %1</source>
            <translation>De uitnodiging voor %1 aannemen</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Afslaan</translation>
        </message>
        <message>
            <source>Decline the invitation to %1</source>
            <translation>De uitnodiging voor %1 afslaan</translation>
        </message>
        <message>
            <source>Take back my request</source>
            <translation>Mijn verzoek intrekken</translation>
        </message>
        <message>
            <source>Take back my request to join %1</source>
            <translation>Mijn verzoek om mee te doen aan %1 intrekken</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Meedoen</translation>
        </message>
        <message>
            <source>Join %1</source>
            <translation>Meedoen aan %1</translation>
        </message>
        <message>
            <source>Ask to join</source>
            <translation>Vraag om mee te doen</translation>
        </message>
        <message>
            <source>Ask to join %1</source>
            <translation>Vraag om mee te doen aan %1</translation>
        </message>
        <message>
            <source>Who are you, and why do you want to join?</source>
            <translation>Wie ben je, en waarom wil je meedoen?</translation>
        </message>
        <message>
            <source>The moderators of the channel read this.</source>
            <translation>De moderators van het channel lezen dit.</translation>
        </message>
        <message>
            <source>Send the request</source>
            <translation>Verzoek versturen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Invited by e-mail address?</source>
            <translation>Uitgenodigd op je e-mailadres?</translation>
        </message>
        <message>
            <source>Code that you were given</source>
            <translation>Code die je hebt gekregen</translation>
        </message>
        <message>
            <source>Use the code</source>
            <translation>Code gebruiken</translation>
        </message>
        <message>
            <source>A code looks like K7PM-22QX-9RTD-41VB.</source>
            <translation>Een code ziet eruit als K7PM-22QX-9RTD-41VB.</translation>
        </message>
        <message>
            <source>The code is sent. The channel appears here when it is right.</source>
            <translation>De code is verzonden. Klopt hij, dan verschijnt het channel hier.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::Commands</name>
        <message>
            <source>Ask a question</source>
            <translation>Stel een vraag</translation>
        </message>
        <message>
            <source>Go to…</source>
            <translation>Ga naar…</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Zoeken in alles</translation>
        </message>
        <message>
            <source>For you</source>
            <translation>Voor jou</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Vragen</translation>
        </message>
        <message>
            <source>My questions</source>
            <translation>Mijn vragen</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Bewaard</translation>
        </message>
        <message>
            <source>Still to send</source>
            <translation>Nog te verzenden</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Concepten</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Terug</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>Volgende deel van het venster</translation>
        </message>
        <message>
            <source>Previous part of the window</source>
            <translation>Vorige deel van het venster</translation>
        </message>
        <message>
            <source>Connect now</source>
            <translation>Nu verbinden</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Grotere tekst</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Kleinere tekst</translation>
        </message>
        <message>
            <source>Normal text size</source>
            <translation>Normale tekstgrootte</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Instellingen</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Afsluiten</translation>
        </message>
        <message>
            <source>All channels</source>
            <translation>Alle channels</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::CommentItem</name>
        <message>
            <source>%1, changed</source>
            <translation>%1, gewijzigd</translation>
        </message>
        <message>
            <source>Comment by %1</source>
            <translation>Reactie van %1</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijzigen</translation>
        </message>
        <message>
            <source>Change your comment</source>
            <translation>Je reactie wijzigen</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Delete your comment</source>
            <translation>Je reactie verwijderen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::CommentList</name>
        <message>
            <source>Your comment</source>
            <translation>Je reactie</translation>
        </message>
        <message>
            <source>Write a comment…</source>
            <translation>Je reactie…</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Reageren</translation>
        </message>
        <message>
            <source>Your comment is thrown away.</source>
            <translation>Je reactie is weggegooid.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::Composer</name>
        <message>
            <source>The question in one sentence</source>
            <translation>De vraag in één zin</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Add a source</source>
            <translation>Bron toevoegen</translation>
        </message>
        <message>
            <source>Draft saved at %1</source>
            <translation>Concept bewaard om %1</translation>
        </message>
        <message>
            <source>This is too long to send. Make it shorter; nothing is lost meanwhile.</source>
            <translation>Dit is te lang om te versturen. Maak het korter; er gaat intussen niets verloren.</translation>
        </message>
        <message>
            <source>There is an invisible control character in it that cannot be sent.</source>
            <translation>Er staat een onzichtbaar teken in dat niet verstuurd kan worden.</translation>
        </message>
        <message>
            <source>Write the question in one sentence.</source>
            <translation>Schrijf de vraag in één zin.</translation>
        </message>
        <message>
            <source>Write something first.</source>
            <translation>Schrijf eerst iets.</translation>
        </message>
        <message>
            <source>Write in one line what it is about.</source>
            <translation>Schrijf in één regel waar het over gaat.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ConflictView</name>
        <message>
            <source>Your text</source>
            <translation>Jouw tekst</translation>
        </message>
        <message>
            <source>Keep my text</source>
            <translation>Mijn tekst houden</translation>
        </message>
        <message>
            <source>The text on the server now</source>
            <translation>De tekst die nu op de server staat</translation>
        </message>
        <message>
            <source>Keep the other text</source>
            <translation>De andere tekst houden</translation>
        </message>
        <message>
            <source>This was deleted meanwhile, so it cannot be changed any more. You can copy your text.</source>
            <translation>Dit is intussen verwijderd en kan niet meer gewijzigd worden. Je kunt je tekst kopiëren.</translation>
        </message>
        <message>
            <source>Take it off this list</source>
            <translation>Van deze lijst halen</translation>
        </message>
        <message>
            <source>You wanted to delete this; it was changed meanwhile. This is how it reads now.</source>
            <translation>Je wilde dit verwijderen; intussen is het gewijzigd. Zo luidt het nu.</translation>
        </message>
        <message>
            <source>Delete anyway</source>
            <translation>Toch verwijderen</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Laten staan</translation>
        </message>
        <message>
            <source>You wanted to close this question; it was changed meanwhile. This is how it reads now.</source>
            <translation>Je wilde deze vraag sluiten; intussen is ze gewijzigd. Zo luidt ze nu.</translation>
        </message>
        <message>
            <source>You wanted to open this question again; it was changed meanwhile. This is how it reads now.</source>
            <translation>Je wilde deze vraag weer openen; intussen is ze gewijzigd. Zo luidt ze nu.</translation>
        </message>
        <message>
            <source>Close anyway</source>
            <translation>Toch sluiten</translation>
        </message>
        <message>
            <source>Open anyway</source>
            <translation>Toch openen</translation>
        </message>
        <message>
            <source>It was changed meanwhile, by somebody else or on another computer. Choose which version stays.</source>
            <translation>Het is intussen gewijzigd, door iemand anders of op een andere computer. Kies welke versie blijft.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentDelegate</name>
        <message>
            <source>page %1</source>
            <translation>bladzijde %1</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>versie %1</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>vastgezet</translation>
        </message>
        <message>
            <source>two versions at once</source>
            <translation>twee versies tegelijk</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documenten</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentLinks</name>
        <message>
            <source>a document that is not here</source>
            <translation>een document dat hier niet is</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>%1 openen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentListModel</name>
        <message numerus="yes">
            <source>Folder %1, %n document(s)</source>
            <translation>
                <numerusform>Map %1, %n document</numerusform>
                <numerusform>Map %1, %n documenten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2, %3, %4</source>
            <translation>%1, %2, %3, %4</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentReader</name>
        <message>
            <source>Save as</source>
            <translation>Opslaan als</translation>
        </message>
        <message>
            <source>A read-only copy opens. What you change in it is not added to the channel.</source>
            <translation>Er gaat een kopie open die je alleen kunt lezen. Wat je erin verandert, komt niet in het channel.</translation>
        </message>
        <message>
            <source>Print %1</source>
            <translation>%1 afdrukken</translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>Over %1</translation>
        </message>
        <message>
            <source>Discuss</source>
            <translation>Bespreken</translation>
        </message>
        <message>
            <source>What do you want to discuss about %1?</source>
            <translation>Wat wil je bespreken over %1?</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Terug naar de lijst</translation>
        </message>
        <message>
            <source>Find in this document</source>
            <translation>Zoek in dit document</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Vorige plaats</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Volgende plaats</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>Passend</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Opgeslagen.</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>niet gevonden</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 van %2</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Kleiner</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Groter</translation>
        </message>
        <message>
            <source>As wide as there is room</source>
            <translation>Zo breed als er ruimte is</translation>
        </message>
        <message>
            <source>version %1 of %2</source>
            <translation>versie %1 van %2</translation>
        </message>
        <message>
            <source>In the bin</source>
            <translation>In de prullenbak</translation>
        </message>
        <message>
            <source>It is removed for good 30 days after it was thrown away.</source>
            <translation>Dertig dagen na het weggooien is het voorgoed weg.</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Terugzetten</translation>
        </message>
        <message>
            <source>You read version %1</source>
            <translation>Je leest versie %1</translation>
        </message>
        <message>
            <source>There is a newer one.</source>
            <translation>Er is een nieuwere.</translation>
        </message>
        <message>
            <source>Read the newest</source>
            <translation>De nieuwste lezen</translation>
        </message>
        <message>
            <source>Two versions were added at once</source>
            <translation>Er zijn twee versies tegelijk toegevoegd</translation>
        </message>
        <message>
            <source>Both are kept. Look at both, and add one that has everything.</source>
            <translation>Beide zijn bewaard. Bekijk ze allebei en voeg er een toe waar alles in staat.</translation>
        </message>
        <message>
            <source>Show the versions</source>
            <translation>De versies tonen</translation>
        </message>
        <message>
            <source>Open in another program</source>
            <translation>Openen in ander programma</translation>
        </message>
        <message>
            <source>Open %1 in another program</source>
            <translation>%1 openen in een ander programma</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Opslaan als…</translation>
        </message>
        <message>
            <source>Save %1 as a file</source>
            <translation>%1 opslaan als bestand</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Afdrukken…</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>Terug naar de tekst</translation>
        </message>
        <message>
            <source>Versions · %1</source>
            <translation>Versies · %1</translation>
        </message>
        <message>
            <source>Versions of %1</source>
            <translation>Versies van %1</translation>
        </message>
        <message>
            <source>New version…</source>
            <translation>Nieuwe versie…</translation>
        </message>
        <message>
            <source>Add a version of %1</source>
            <translation>Een versie van %1 toevoegen</translation>
        </message>
        <message>
            <source>Discuss %1</source>
            <translation>%1 bespreken</translation>
        </message>
        <message>
            <source>Keep no longer</source>
            <translation>Niet meer vastzetten</translation>
        </message>
        <message>
            <source>Always keep here</source>
            <translation>Vastzetten</translation>
        </message>
        <message>
            <source>Keep %1 on this computer no longer</source>
            <translation>%1 niet meer vastzetten op deze computer</translation>
        </message>
        <message>
            <source>Always keep %1 on this computer</source>
            <translation>%1 altijd op deze computer houden</translation>
        </message>
        <message>
            <source>To the bin</source>
            <translation>Naar de prullenbak</translation>
        </message>
        <message>
            <source>Put %1 in the bin</source>
            <translation>%1 in de prullenbak doen</translation>
        </message>
        <message>
            <source>%1 opens here as soon as it has come.</source>
            <translation>%1 gaat hier open zodra het er is.</translation>
        </message>
        <message>
            <source>It is tried again by itself.</source>
            <translation>Het wordt vanzelf opnieuw geprobeerd.</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Nu proberen</translation>
        </message>
        <message>
            <source>%1 is fetched when you ask for it, and then stays here.</source>
            <translation>Er wordt %1 opgehaald als je erom vraagt. Daarna blijft het hier.</translation>
        </message>
        <message>
            <source>Fetch it</source>
            <translation>Ophalen</translation>
        </message>
        <message>
            <source>Text of %1</source>
            <translation>Tekst van %1</translation>
        </message>
        <message>
            <source>page %1 of %2</source>
            <translation>bladzijde %1 van %2</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Versie %1</translation>
        </message>
        <message>
            <source>newest</source>
            <translation>nieuwste</translation>
        </message>
        <message>
            <source>added at the same time</source>
            <translation>tegelijk toegevoegd</translation>
        </message>
        <message>
            <source>version %1 put back</source>
            <translation>versie %1 teruggezet</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Lezen</translation>
        </message>
        <message>
            <source>Read version %1</source>
            <translation>Versie %1 lezen</translation>
        </message>
        <message>
            <source>Make version %1 the newest</source>
            <translation>Versie %1 weer de nieuwste maken</translation>
        </message>
        <message>
            <source>Version %1 is the newest again.</source>
            <translation>Versie %1 is weer de nieuwste.</translation>
        </message>
        <message>
            <source>Save version %1 as a file</source>
            <translation>Versie %1 opslaan als bestand</translation>
        </message>
        <message>
            <source>Discussions about this document</source>
            <translation>Discussies over dit document</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentWords</name>
        <message>
            <source>today</source>
            <translation>vandaag</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>gisteren</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>op deze computer</translation>
        </message>
        <message>
            <source>will be fetched</source>
            <translation>wordt nog opgehaald</translation>
        </message>
        <message>
            <source>is being fetched</source>
            <translation>wordt opgehaald</translation>
        </message>
        <message>
            <source>could not be fetched</source>
            <translation>ophalen is mislukt</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>nog niet verzonden</translation>
        </message>
        <message>
            <source>not on this computer</source>
            <translation>niet op deze computer</translation>
        </message>
        <message>
            <source>fetching, %1 %</source>
            <translation>ophalen %1 %</translation>
        </message>
        <message>
            <source>sending, %1 %</source>
            <translation>verzenden %1 %</translation>
        </message>
        <message>
            <source>is being copied</source>
            <translation>wordt gekopieerd</translation>
        </message>
        <message>
            <source>waits its turn</source>
            <translation>wacht op zijn beurt</translation>
        </message>
        <message>
            <source>waits for a connection</source>
            <translation>wacht op verbinding</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>gepauzeerd</translation>
        </message>
        <message>
            <source>sent; the channel is being told</source>
            <translation>verzonden; het channel krijgt bericht</translation>
        </message>
        <message>
            <source>It is not there (any more), or you are not in this channel (any more).</source>
            <translation>Het is er niet (meer), of je zit niet (meer) in dit channel.</translation>
        </message>
        <message>
            <source>It is larger than this channel takes.</source>
            <translation>Het is groter dan dit channel aanneemt.</translation>
        </message>
        <message>
            <source>The storage of this channel is full. An owner can make room or rent more.</source>
            <translation>De opslag van dit channel is vol. Een eigenaar kan ruimte maken of bijhuren.</translation>
        </message>
        <message>
            <source>The rent of this channel has ended: nothing can be added.</source>
            <translation>De huur van dit channel is afgelopen: er kan niets meer bij.</translation>
        </message>
        <message>
            <source>Your role in this channel does not allow this.</source>
            <translation>Dat mag niet met jouw rol in dit channel.</translation>
        </message>
        <message>
            <source>The disk of this computer is full. Make room; it goes on by itself.</source>
            <translation>De schijf van deze computer is vol. Maak ruimte; het gaat vanzelf verder.</translation>
        </message>
        <message>
            <source>The file keeps changing while it is copied. Close it in the other program and try again.</source>
            <translation>Het bestand verandert steeds tijdens het kopiëren. Sluit het in het andere programma en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>It is not on this computer. With a connection it can be fetched.</source>
            <translation>Het staat niet op deze computer. Met een verbinding kan het worden opgehaald.</translation>
        </message>
        <message>
            <source>It is protected with a password. Save it and open it in another program.</source>
            <translation>Het is beveiligd met een wachtwoord. Sla het op en open het in een ander programma.</translation>
        </message>
        <message>
            <source>It is damaged and cannot be shown.</source>
            <translation>Het is beschadigd en kan niet worden getoond.</translation>
        </message>
        <message>
            <source>This kind of file cannot be shown here.</source>
            <translation>Dit soort bestand kan hier niet worden getoond.</translation>
        </message>
        <message>
            <source>Something went wrong with this file. Try again.</source>
            <translation>Er ging iets mis met dit bestand. Probeer het opnieuw.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentsPage</name>
        <message>
            <source>Files…</source>
            <translation>Bestanden…</translation>
        </message>
        <message>
            <source>A folder with what is in it…</source>
            <translation>Een map met wat erin zit…</translation>
        </message>
        <message>
            <source>New folder…</source>
            <translation>Nieuwe map…</translation>
        </message>
        <message>
            <source>Add files to %1</source>
            <translation>Bestanden toevoegen aan %1</translation>
        </message>
        <message>
            <source>Add a folder to %1</source>
            <translation>Een map toevoegen aan %1</translation>
        </message>
        <message>
            <source>Pasted picture %1.png</source>
            <translation>Geplakte afbeelding %1.png</translation>
        </message>
        <message>
            <source>There is no file or picture to paste.</source>
            <translation>Er is geen bestand of afbeelding om te plakken.</translation>
        </message>
        <message>
            <source>New folder</source>
            <translation>Nieuwe map</translation>
        </message>
        <message>
            <source>Name of the folder</source>
            <translation>Naam van de map</translation>
        </message>
        <message>
            <source>Add files…</source>
            <translation>Bestanden toevoegen…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Plakken</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Openen</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Terugzetten</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Andere naam…</translation>
        </message>
        <message>
            <source>Move…</source>
            <translation>Verplaatsen…</translation>
        </message>
        <message>
            <source>Remove the folder</source>
            <translation>De map verwijderen</translation>
        </message>
        <message>
            <source>To the bin</source>
            <translation>Naar de prullenbak</translation>
        </message>
        <message>
            <source>Keep no longer on this computer</source>
            <translation>Niet meer vastzetten op deze computer</translation>
        </message>
        <message>
            <source>Always keep on this computer</source>
            <translation>Vastzetten op deze computer</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Andere naam</translation>
        </message>
        <message>
            <source>New name of %1</source>
            <translation>Nieuwe naam van %1</translation>
        </message>
        <message>
            <source>There is still something in %1.</source>
            <translation>Er zit nog iets in %1.</translation>
        </message>
        <message>
            <source>%1 is in the bin.</source>
            <translation>%1 ligt in de prullenbak.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
        <message>
            <source>New version of %1</source>
            <translation>Nieuwe versie van %1</translation>
        </message>
        <message>
            <source>What is different? (may be empty)</source>
            <translation>Wat is er anders? (mag leeg zijn)</translation>
        </message>
        <message>
            <source>Find in the documents</source>
            <translation>Zoek in de documenten</translation>
        </message>
        <message>
            <source>One folder up</source>
            <translation>Een map omhoog</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Volgorde</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Toevoegen</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Meer</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documenten</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Wijzigen…</translation>
        </message>
        <message>
            <source>Change what is kept on this computer</source>
            <translation>Wijzigen wat op deze computer blijft</translation>
        </message>
        <message>
            <source>Choose a document</source>
            <translation>Kies een document</translation>
        </message>
        <message>
            <source>It opens here, also without a network.</source>
            <translation>Het gaat hier open, ook zonder netwerk.</translation>
        </message>
        <message>
            <source>Folders and documents</source>
            <translation>Mappen en documenten</translation>
        </message>
        <message>
            <source>Attached to discussions</source>
            <translation>Bij discussies</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Prullenbak</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Op naam</translation>
        </message>
        <message>
            <source>Last changed first</source>
            <translation>Laatst gewijzigd eerst</translation>
        </message>
        <message>
            <source>Largest first</source>
            <translation>Grootste eerst</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n gevonden</numerusform>
                <numerusform>%n gevonden</numerusform>
            </translation>
        </message>
        <message>
            <source>All folders</source>
            <translation>Alle mappen</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Niets gevonden</translation>
        </message>
        <message>
            <source>Try another word, or part of a word.</source>
            <translation>Probeer een ander woord, of een deel van een woord.</translation>
        </message>
        <message>
            <source>The bin is empty</source>
            <translation>De prullenbak is leeg</translation>
        </message>
        <message>
            <source>What is thrown away can be put back for 30 days.</source>
            <translation>Wat wordt weggegooid, kan 30 dagen lang worden teruggezet.</translation>
        </message>
        <message>
            <source>Nothing is attached</source>
            <translation>Er zijn geen bijlagen</translation>
        </message>
        <message>
            <source>What is attached to a discussion stands here too.</source>
            <translation>Wat bij een discussie is gevoegd, staat ook hier.</translation>
        </message>
        <message>
            <source>No documents here yet</source>
            <translation>Hier staan nog geen documenten</translation>
        </message>
        <message>
            <source>Drag files to this list, paste them, or choose them.</source>
            <translation>Sleep bestanden naar deze lijst, plak ze of kies ze.</translation>
        </message>
        <message>
            <source>Choose files…</source>
            <translation>Bestanden kiezen…</translation>
        </message>
        <message>
            <source>%1 of %2 on this computer</source>
            <translation>%1 van %2 op deze computer</translation>
        </message>
        <message>
            <source>%1 on this computer</source>
            <translation>%1 op deze computer</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) coming</source>
            <translation>
                <numerusform>%n document onderweg</numerusform>
                <numerusform>%n documenten onderweg</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentsSection</name>
        <message>
            <source>Documents without a network</source>
            <translation>Documenten zonder netwerk</translation>
        </message>
        <message>
            <source>offline channel storage limit disk space file</source>
            <translation>offline channel opslag grens schijf ruimte bestand netwerk</translation>
        </message>
        <message>
            <source>You are in no channel with documents.</source>
            <translation>Je zit in geen channel met documenten.</translation>
        </message>
        <message>
            <source>When there is no more room, what you read longest ago goes first; what you chose to keep never.</source>
            <translation>Als er geen ruimte meer is, gaat eerst weg wat je het langst geleden las. Wat je hebt vastgezet, blijft altijd.</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) on this computer, %1 together.</source>
            <translation>
                <numerusform>%n document op deze computer, samen %1.</numerusform>
                <numerusform>%n documenten op deze computer, samen %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DraftCard</name>
        <message>
            <source>saved %1</source>
            <translation>bewaard %1</translation>
        </message>
        <message>
            <source>Without a title</source>
            <translation>Zonder titel</translation>
        </message>
        <message>
            <source>Draft, %1: %2</source>
            <translation>Concept, %1: %2</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Weggooien</translation>
        </message>
        <message>
            <source>Discard: %1</source>
            <translation>Weggooien: %1</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translation>Tekst kopiëren</translation>
        </message>
        <message>
            <source>Copy the text of: %1</source>
            <translation>De tekst kopiëren van: %1</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DraftsScreen</name>
        <message>
            <source>Question</source>
            <translation>Vraag</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwoord</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Reactie</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijziging</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Concepten</translation>
        </message>
        <message>
            <source>What you have not sent yet. It is only on this computer.</source>
            <translation>Wat je nog niet hebt verstuurd. Het staat alleen op deze computer.</translation>
        </message>
        <message>
            <source>No drafts</source>
            <translation>Geen concepten</translation>
        </message>
        <message>
            <source>What you write is kept by itself. When you leave it half done you find it back here.</source>
            <translation>Wat je schrijft wordt vanzelf bewaard. Laat je het half af liggen, dan vind je het hier terug.</translation>
        </message>
        <message>
            <source>The draft is discarded.</source>
            <translation>Het concept is weggegooid.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>Verder schrijven</translation>
        </message>
        <message>
            <source>Go on as a change of what was sent</source>
            <translation>Verder als wijziging van wat verzonden is</translation>
        </message>
        <message>
            <source>The text is on the clipboard.</source>
            <translation>De tekst staat op het klembord.</translation>
        </message>
        <message>
            <source>You are changing this already. The other text stays under Drafts.</source>
            <translation>Je bent dit al aan het wijzigen. De andere tekst blijft bij Concepten staan.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profiel</translation>
        </message>
        <message>
            <source>Discussion</source>
            <translation>Discussie</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Casus</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Lesson</source>
            <translation>Les</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::EarlierTexts</name>
        <message>
            <source>As written %1</source>
            <translation>Zoals geschreven: %1</translation>
        </message>
        <message>
            <source>Earlier text, written %1</source>
            <translation>Eerdere tekst, geschreven: %1</translation>
        </message>
        <message>
            <source>The earlier text is not on this computer yet.</source>
            <translation>De eerdere tekst staat nog niet op deze computer.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ExpertiseGrid</name>
        <message>
            <source>The categories are being fetched. You can also choose them later under Settings.</source>
            <translation>De categorieën worden opgehaald. Je kunt ze ook later kiezen, onder Instellingen.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ExportPart</name>
        <message>
            <source>Take everything along…</source>
            <translation>Alles meenemen…</translation>
        </message>
        <message>
            <source>Documents with all versions, discussions, cases and members, in a new folder.</source>
            <translation>Documenten met alle versies, discussies, casussen en leden, in een nieuwe map.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 van %2</translation>
        </message>
        <message>
            <source>Where should the new folder come?</source>
            <translation>Waar moet de nieuwe map komen?</translation>
        </message>
        <message>
            <source>It is being put together.</source>
            <translation>Het wordt klaargezet.</translation>
        </message>
        <message>
            <source>Everything is in a new folder in %1.</source>
            <translation>Alles staat in een nieuwe map in %1.</translation>
        </message>
        <message>
            <source>It is in a new folder in %1, without the documents that could not be fetched; kanaal.json names them. Try again with a connection.</source>
            <translation>Het staat in een nieuwe map in %1, zonder de documenten die niet konden worden opgehaald; kanaal.json noemt ze. Probeer het opnieuw met een verbinding.</translation>
        </message>
        <message>
            <source>The disk is full. Make room and try again.</source>
            <translation>De schijf is vol. Maak ruimte en probeer het opnieuw.</translation>
        </message>
        <message>
            <source>It did not work. Nothing of the channel is changed; try another folder.</source>
            <translation>Het is niet gelukt. Aan het channel is niets veranderd; probeer een andere map.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::FolderChooser</name>
        <message>
            <source>Move %1</source>
            <translation>%1 verplaatsen</translation>
        </message>
        <message>
            <source>To which folder?</source>
            <translation>Naar welke map?</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Mappen</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documenten</translation>
        </message>
        <message>
            <source>Move here</source>
            <translation>Hierheen verplaatsen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::GuardBanner</name>
        <message>
            <source>This looks like a BSN. A question with a BSN is not sent.</source>
            <translation>Dit lijkt een BSN. Een vraag met een BSN wordt niet verzonden.</translation>
        </message>
        <message>
            <source>This looks like a BSN. An answer with a BSN is not sent.</source>
            <translation>Dit lijkt een BSN. Een antwoord met een BSN wordt niet verzonden.</translation>
        </message>
        <message>
            <source>This looks like a BSN. A comment with a BSN is not sent.</source>
            <translation>Dit lijkt een BSN. Een reactie met een BSN wordt niet verzonden.</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>Persoonsgegevens</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Weghalen</translation>
        </message>
        <message>
            <source>This is not a BSN</source>
            <translation>Dit is geen BSN</translation>
        </message>
        <message>
            <source>There is %1 in it. Leave out what is not needed.</source>
            <translation>Hier staat %1 in. Laat weg wat niet nodig is.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::HelpScreen</name>
        <message>
            <source>Pages of the help</source>
            <translation>Pagina's van de help</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Sneltoetsen</translation>
        </message>
        <message>
            <source>About Vraagbaak</source>
            <translation>Over Vraagbaak</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licentie</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Terug naar de lijst</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::HitDelegate</name>
        <message>
            <source>page %1</source>
            <translation>bladzijde %1</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::HitModel</name>
        <message>
            <source>Question</source>
            <translation>Vraag</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwoord</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Reactie</translation>
        </message>
        <message>
            <source>Colleague</source>
            <translation>Collega</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Categorie</translation>
        </message>
        <message>
            <source>Discussion</source>
            <translation>Discussie</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ImageView</name>
        <message>
            <source>Picture %1</source>
            <translation>Afbeelding %1</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::InvitePanel</name>
        <message>
            <source>Name or e-mail address</source>
            <translation>Naam of e-mailadres</translation>
        </message>
        <message>
            <source>Invite</source>
            <translation>Uitnodigen</translation>
        </message>
        <message>
            <source>A colleague finds the invitation in Vraagbaak. For somebody who is not in it yet, use the e-mail address.</source>
            <translation>Een collega vindt de uitnodiging in Vraagbaak. Gebruik het e-mailadres voor iemand die er nog niet in zit.</translation>
        </message>
        <message>
            <source>For example: Sanne, or s.jansen@gemeente.nl</source>
            <translation>Bijvoorbeeld: Sanne, of s.jansen@gemeente.nl</translation>
        </message>
        <message>
            <source>Colleagues found</source>
            <translation>Gevonden collega's</translation>
        </message>
        <message>
            <source>As</source>
            <translation>Als</translation>
        </message>
        <message>
            <source>Discussions that the guest takes part in</source>
            <translation>Discussies waaraan de gast meedoet</translation>
        </message>
        <message>
            <source>is in this channel</source>
            <translation>zit in dit channel</translation>
        </message>
        <message>
            <source>Nobody by this name on this computer. Use the e-mail address.</source>
            <translation>Niemand met deze naam op deze computer. Gebruik het e-mailadres.</translation>
        </message>
        <message>
            <source>Type a name or an e-mail address.</source>
            <translation>Typ een naam of een e-mailadres.</translation>
        </message>
        <message>
            <source>Choose a colleague from the list, or type an e-mail address.</source>
            <translation>Kies een collega uit de lijst, of typ een e-mailadres.</translation>
        </message>
        <message>
            <source>This is not an e-mail address.</source>
            <translation>Dit is geen e-mailadres.</translation>
        </message>
        <message>
            <source>Choose at least one discussion.</source>
            <translation>Kies minstens één discussie.</translation>
        </message>
        <message>
            <source>%1 is invited.</source>
            <translation>%1 is uitgenodigd.</translation>
        </message>
        <message>
            <source>Give this code to %1. It works once, for the account of that address, and is shown only now:</source>
            <translation>Geef deze code aan %1. Hij werkt één keer, voor het account met dat adres, en is alleen nu te zien:</translation>
        </message>
        <message>
            <source>Code: %1</source>
            <translation>Code: %1</translation>
        </message>
        <message>
            <source>Copy the code</source>
            <translation>Code kopiëren</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Klaar</translation>
        </message>
        <message>
            <source>The code is copied</source>
            <translation>De code is gekopieerd</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::KeepDialog</name>
        <message>
            <source>On this computer</source>
            <translation>Op deze computer</translation>
        </message>
        <message>
            <source>Documents of %1 that can be read without a network</source>
            <translation>Documenten van %1 die zonder netwerk te lezen zijn</translation>
        </message>
        <message>
            <source>All channels together</source>
            <translation>Alle channels samen</translation>
        </message>
        <message>
            <source>%1 is on this computer now. When there is no more room, what you read longest ago goes first; what you chose to keep never.</source>
            <translation>Nu staat er %1 op deze computer. Als er geen ruimte meer is, gaat eerst weg wat je het langst geleden las. Wat je hebt vastgezet, blijft altijd.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::LimitField</name>
        <message>
            <source>At most</source>
            <translation>Hooguit</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>geen grens</translation>
        </message>
        <message>
            <source>At most so many gigabytes of documents on this computer</source>
            <translation>Hooguit zoveel gigabyte aan documenten op deze computer</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::LinkDialog</name>
        <message>
            <source>Open link</source>
            <translation>Link openen</translation>
        </message>
        <message>
            <source>This link is not opened</source>
            <translation>Deze link wordt niet geopend</translation>
        </message>
        <message>
            <source>Write an e-mail to %1?</source>
            <translation>Een e-mail schrijven aan %1?</translation>
        </message>
        <message>
            <source>Open %1 in your browser?</source>
            <translation>%1 openen in je browser?</translation>
        </message>
        <message>
            <source>Vraagbaak only opens web pages and e-mail addresses.</source>
            <translation>Vraagbaak opent alleen webpagina's en e-mailadressen.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuleren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Openen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ListPane</name>
        <message>
            <source>Questions</source>
            <translation>Vragen</translation>
        </message>
        <message>
            <source>Everything that was asked, by subject</source>
            <translation>Alles wat gevraagd is, per onderwerp</translation>
        </message>
        <message>
            <source>My questions</source>
            <translation>Mijn vragen</translation>
        </message>
        <message>
            <source>What you asked, and how it stands</source>
            <translation>Wat je vroeg, en hoe het ermee staat</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Bewaard</translation>
        </message>
        <message>
            <source>What you kept, follow or look at later</source>
            <translation>Wat je bewaarde, volgt of later bekijkt</translation>
        </message>
        <message>
            <source>For you</source>
            <translation>Voor jou</translation>
        </message>
        <message>
            <source>Questions in your expertise, newest first</source>
            <translation>Vragen in jouw expertise, nieuwste eerst</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Zoeken in alles</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Categorie</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Volgorde</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Nieuwste eerst</translation>
        </message>
        <message>
            <source>Last activity</source>
            <translation>Laatste activiteit</translation>
        </message>
        <message>
            <source>Unanswered first</source>
            <translation>Onbeantwoord eerst</translation>
        </message>
        <message>
            <source>Most answers</source>
            <translation>Meeste antwoorden</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>Alle categorieën</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>Nog geen antwoord</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwoord</translation>
        </message>
        <message>
            <source>Helped</source>
            <translation>Heeft geholpen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Following</source>
            <translation>Gevolgd</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Open · %1</source>
            <translation>Open · %1</translation>
        </message>
        <message>
            <source>Your questions are on their way</source>
            <translation>Je vragen zijn onderweg</translation>
        </message>
        <message>
            <source>The newest come first. You can look around meanwhile.</source>
            <translation>De nieuwste komen eerst. Je kunt intussen rondkijken.</translation>
        </message>
        <message>
            <source>Nothing on this computer yet</source>
            <translation>Nog niets op deze computer</translation>
        </message>
        <message>
            <source>As soon as there is a connection, the questions come by themselves. You can write a question now; it is sent later.</source>
            <translation>Zodra er verbinding is, komen de vragen vanzelf. Je kunt nu al een vraag schrijven; die wordt later verzonden.</translation>
        </message>
        <message>
            <source>Ask a question</source>
            <translation>Stel een vraag</translation>
        </message>
        <message>
            <source>What do you know about?</source>
            <translation>Waar weet jij veel van?</translation>
        </message>
        <message>
            <source>Tick the subjects you know about. Questions in those subjects then come here by themselves.</source>
            <translation>Vink de onderwerpen aan waar je veel van weet. Vragen over die onderwerpen komen dan vanzelf hier.</translation>
        </message>
        <message>
            <source>Choose your expertise</source>
            <translation>Kies je expertise</translation>
        </message>
        <message>
            <source>You asked nothing yet</source>
            <translation>Je hebt nog niets gevraagd</translation>
        </message>
        <message>
            <source>Your question goes to every colleague who knows about the subject.</source>
            <translation>Je vraag gaat naar iedere collega die veel van het onderwerp weet.</translation>
        </message>
        <message>
            <source>Nothing here yet</source>
            <translation>Hier staat nog niets</translation>
        </message>
        <message>
            <source>Use Save, Follow or Later under a question, and you find it here again, also without a network.</source>
            <translation>Kies Bewaren, Volgen of Later onder een vraag. Je vindt de vraag dan hier terug, ook zonder netwerk.</translation>
        </message>
        <message>
            <source>Nothing waits for you</source>
            <translation>Er wacht niets op je</translation>
        </message>
        <message>
            <source>New questions in your expertise appear here by themselves.</source>
            <translation>Nieuwe vragen in jouw expertise verschijnen hier vanzelf.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Alles tonen</translation>
        </message>
        <message>
            <source>No questions in this selection</source>
            <translation>Geen vragen in deze selectie</translation>
        </message>
        <message>
            <source>Choose another filter to see more.</source>
            <translation>Kies een ander filter om meer te zien.</translation>
        </message>
        <message numerus="yes">
            <source>%n new question(s)</source>
            <translation>
                <numerusform>%n nieuwe vraag</numerusform>
                <numerusform>%n nieuwe vragen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::LongText</name>
        <message>
            <source>Show less</source>
            <translation>Minder tonen</translation>
        </message>
        <message>
            <source>Show all of it</source>
            <translation>Alles tonen</translation>
        </message>
        <message>
            <source>Show less of: %1</source>
            <translation>Minder tonen van: %1</translation>
        </message>
        <message>
            <source>Show all of: %1</source>
            <translation>Alles tonen van: %1</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::LookSection</name>
        <message>
            <source>Look</source>
            <translation>Weergave</translation>
        </message>
        <message>
            <source>language theme dark light contrast text size font density</source>
            <translation>taal thema donker licht contrast tekstgrootte letters dichtheid</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Zoals het systeem</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Licht</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Donker</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoog contrast</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Compact</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Gewoon</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>Ruim</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Taal</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thema</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tekstgrootte</translation>
        </message>
        <message>
            <source>Room between rows</source>
            <translation>Ruimte tussen regels</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::MainWindow</name>
        <message>
            <source>Hide</source>
            <translation>Verbergen</translation>
        </message>
        <message>
            <source>Working hours %1–%2 · %3</source>
            <translation>Werktijd %1–%2 · %3</translation>
        </message>
        <message>
            <source>notifications on</source>
            <translation>meldingen aan</translation>
        </message>
        <message>
            <source>notifications off</source>
            <translation>meldingen uit</translation>
        </message>
        <message>
            <source>Open drafts</source>
            <translation>Concepten openen</translation>
        </message>
        <message>
            <source>You were signed out. What you wrote is kept; sign in to go on.</source>
            <translation>Je bent afgemeld. Wat je schreef is bewaard; meld je aan om verder te gaan.</translation>
        </message>
        <message>
            <source>You are signed out, but not everything could be erased from this computer (code: %1). Close other programs that use it, and erase again.</source>
            <translation>Je bent afgemeld, maar niet alles kon van deze computer worden gewist (code: %1). Sluit andere programma’s die het gebruiken en wis opnieuw.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::MarkdownView</name>
        <message>
            <source>[picture, not shown]</source>
            <translation>[afbeelding, niet getoond]</translation>
        </message>
        <message>
            <source>[picture, not shown: %1]</source>
            <translation>[afbeelding, niet getoond: %1]</translation>
        </message>
        <message>
            <source>This link is not opened</source>
            <translation>Deze link wordt niet geopend</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::MembersPage</name>
        <message>
            <source>Invite</source>
            <translation>Uitnodigen</translation>
        </message>
        <message>
            <source>Find a member</source>
            <translation>Zoek een lid</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Leden</translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n lid</numerusform>
                <numerusform>%n leden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::MentionCompleter</name>
        <message>
            <source>Members to mention</source>
            <translation>Leden om te noemen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::NoticeSection</name>
        <message>
            <source>Notifications</source>
            <translation>Meldingen</translation>
        </message>
        <message>
            <source>notification working hours quiet</source>
            <translation>melding werktijd stil</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Van</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Tot</translation>
        </message>
        <message>
            <source>Outside these hours nothing appears on your screen. Everything still comes in.</source>
            <translation>Buiten deze uren verschijnt er niets op je scherm. Alles komt wel gewoon binnen.</translation>
        </message>
        <message>
            <source>The end must be after the beginning.</source>
            <translation>Het einde moet na het begin liggen.</translation>
        </message>
        <message>
            <source>Tell me of new questions in my expertise, and of what concerns me in channels</source>
            <translation>Meld nieuwe vragen in mijn expertise en wat mij in channels aangaat</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::OutboxCard</name>
        <message>
            <source>Try again</source>
            <translation>Opnieuw proberen</translation>
        </message>
        <message>
            <source>Send again: %1</source>
            <translation>Opnieuw verzenden: %1</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijzigen</translation>
        </message>
        <message>
            <source>Change: %1</source>
            <translation>Wijzigen: %1</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translation>Tekst kopiëren</translation>
        </message>
        <message>
            <source>Copy the text of: %1</source>
            <translation>De tekst kopiëren van: %1</translation>
        </message>
        <message>
            <source>The text is on the clipboard.</source>
            <translation>De tekst staat op het klembord.</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Weggooien</translation>
        </message>
        <message>
            <source>Discard: %1</source>
            <translation>Weggooien: %1</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Details kopiëren</translation>
        </message>
        <message>
            <source>Copy the details of what went wrong</source>
            <translation>De details kopiëren van wat er misging</translation>
        </message>
        <message>
            <source>Change your text</source>
            <translation>Je tekst wijzigen</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Verzenden</translation>
        </message>
        <message>
            <source>This is not sent: you discarded it.</source>
            <translation>Dit wordt niet verzonden: je hebt het weggegooid.</translation>
        </message>
        <message>
            <source>Send after all</source>
            <translation>Toch verzenden</translation>
        </message>
        <message>
            <source>Send after all: %1</source>
            <translation>Toch verzenden: %1</translation>
        </message>
        <message>
            <source>What you changed is discarded.</source>
            <translation>Je wijziging is weggegooid.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
        <message>
            <source>The post is not here (yet). Your text stays under Drafts.</source>
            <translation>Het bericht staat (nog) niet op deze computer. Je tekst blijft bij Concepten staan.</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>verzonden</translation>
        </message>
        <message>
            <source>It was sent meanwhile, as it was. What you change here goes after it as a change of what is there.</source>
            <translation>Het is intussen verzonden zoals het was. Wat je hier verandert, gaat erachteraan als wijziging.</translation>
        </message>
        <message>
            <source>The subject in one line</source>
            <translation>Het onderwerp in één regel</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::OutboxScreen</name>
        <message>
            <source>To be sent</source>
            <translation>Nog te verzenden</translation>
        </message>
        <message>
            <source>This is not on the server yet. It is safe on this computer and goes by itself when there is a connection.</source>
            <translation>Dit is nog niet bij de server. Het staat veilig op deze computer en gaat vanzelf weg als er verbinding is.</translation>
        </message>
        <message>
            <source>Everything is sent</source>
            <translation>Alles is verzonden</translation>
        </message>
        <message>
            <source>What you write while there is no connection waits here until it can be sent.</source>
            <translation>Wat je schrijft zonder verbinding, wacht hier tot het verzonden kan worden.</translation>
        </message>
        <message>
            <source>Discarded.</source>
            <translation>Weggegooid.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::PdfView</name>
        <message>
            <source>Pages of the document</source>
            <translation>Bladzijden van het document</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopiëren</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::PeopleModel</name>
        <message>
            <source>About this channel</source>
            <translation>Over dit channel</translation>
        </message>
        <message>
            <source>Who may join, rights, leaving</source>
            <translation>Wie mag meedoen, rechten, verlaten</translation>
        </message>
        <message>
            <source>wants to join</source>
            <translation>wil meedoen</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>Verzoeken</translation>
        </message>
        <message>
            <source>invited</source>
            <translation>uitgenodigd</translation>
        </message>
        <message>
            <source>Invitations</source>
            <translation>Uitnodigingen</translation>
        </message>
        <message>
            <source>%1 (you)</source>
            <translation>%1 (jij)</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Leden</translation>
        </message>
        <message>
            <source>Guests</source>
            <translation>Gasten</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::PersonCard</name>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>Knows about</source>
            <translation>Heeft verstand van</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::PersonPanel</name>
        <message>
            <source>Asked to join on %1</source>
            <translation>Vroeg op %1 om mee te doen</translation>
        </message>
        <message>
            <source>Let in</source>
            <translation>Toelaten</translation>
        </message>
        <message>
            <source>Let %1 in</source>
            <translation>%1 toelaten</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Afwijzen</translation>
        </message>
        <message>
            <source>Decline the request of %1</source>
            <translation>Het verzoek van %1 afwijzen</translation>
        </message>
        <message>
            <source>%1 is a member now</source>
            <translation>%1 is nu lid</translation>
        </message>
        <message>
            <source>The request of %1 is declined</source>
            <translation>Het verzoek van %1 is afgewezen</translation>
        </message>
        <message>
            <source>Invited as %1 by %2 on %3</source>
            <translation>Uitgenodigd als %1 door %2 op %3</translation>
        </message>
        <message>
            <source>Who has this address joins with the code that was shown when it was made. The code is not kept anywhere; withdraw this invitation and make another when it is lost.</source>
            <translation>Wie dit adres heeft, doet mee met de code die bij het maken is getoond. De code wordt nergens bewaard; trek deze uitnodiging in en maak een nieuwe als hij kwijt is.</translation>
        </message>
        <message>
            <source>The code works until %1.</source>
            <translation>De code werkt tot %1.</translation>
        </message>
        <message>
            <source>Withdraw the invitation</source>
            <translation>Uitnodiging intrekken</translation>
        </message>
        <message>
            <source>The invitation is withdrawn</source>
            <translation>De uitnodiging is ingetrokken</translation>
        </message>
        <message>
            <source>%1 since %2</source>
            <translation>%1 sinds %2</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Overdragen</translation>
        </message>
        <message>
            <source>Make %1 the owner</source>
            <translation>Maak %1 eigenaar</translation>
        </message>
        <message>
            <source>Hand the channel over to %1?</source>
            <translation>Het channel overdragen aan %1?</translation>
        </message>
        <message>
            <source>You become a moderator. Only the new owner can undo this.</source>
            <translation>Jij wordt moderator. Alleen de nieuwe eigenaar kan dit terugdraaien.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Houden</translation>
        </message>
        <message>
            <source>%1 is the owner now</source>
            <translation>%1 is nu de eigenaar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Remove from this channel</source>
            <translation>Uit dit channel verwijderen</translation>
        </message>
        <message>
            <source>Remove %1?</source>
            <translation>%1 verwijderen?</translation>
        </message>
        <message>
            <source>They can no longer read the channel, at once, and it goes from their computer. What they wrote stays.</source>
            <translation>Deze collega kan het channel meteen niet meer lezen, en het gaat van diens computer af. Wat geschreven is, blijft staan.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Laten staan</translation>
        </message>
        <message>
            <source>%1 is removed</source>
            <translation>%1 is verwijderd</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rol</translation>
        </message>
        <message>
            <source>Make a member</source>
            <translation>Maak lid</translation>
        </message>
        <message>
            <source>Make a moderator</source>
            <translation>Maak moderator</translation>
        </message>
        <message>
            <source>Make an owner too</source>
            <translation>Maak ook eigenaar</translation>
        </message>
        <message>
            <source>%1 is %2 now</source>
            <translation>%1 is nu %2</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::PostItem</name>
        <message>
            <source>new</source>
            <translation>nieuw</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>gewijzigd</translation>
        </message>
        <message>
            <source>A moderator deleted this post.</source>
            <translation>Een moderator heeft dit bericht verwijderd.</translation>
        </message>
        <message>
            <source>%1 deleted this post.</source>
            <translation>%1 heeft dit bericht verwijderd.</translation>
        </message>
        <message>
            <source>Post by %1</source>
            <translation>Bericht van %1</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>Citeren</translation>
        </message>
        <message>
            <source>Quote %1</source>
            <translation>%1 citeren</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopiëren</translation>
        </message>
        <message>
            <source>Copy the post by %1</source>
            <translation>Het bericht van %1 kopiëren</translation>
        </message>
        <message>
            <source>The text is copied</source>
            <translation>De tekst is gekopieerd</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijzigen</translation>
        </message>
        <message>
            <source>Change your post</source>
            <translation>Je bericht wijzigen</translation>
        </message>
        <message>
            <source>Earlier versions</source>
            <translation>Eerdere versies</translation>
        </message>
        <message>
            <source>Earlier versions of the post by %1</source>
            <translation>Eerdere versies van het bericht van %1</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Delete the post by %1</source>
            <translation>Het bericht van %1 verwijderen</translation>
        </message>
        <message>
            <source>Post by %1, %2</source>
            <translation>Bericht van %1, %2</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::PostText</name>
        <message>
            <source>Change your text</source>
            <translation>Je tekst wijzigen</translation>
        </message>
        <message>
            <source>This link is not opened: only web pages and e-mail addresses are.</source>
            <translation>Deze link wordt niet geopend: dat kan alleen met webpagina's en e-mailadressen.</translation>
        </message>
        <message>
            <source>Save changes</source>
            <translation>Wijzigingen opslaan</translation>
        </message>
        <message>
            <source>Your change is thrown away.</source>
            <translation>Je wijziging is weggegooid.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
        <message>
            <source>The subject in one line</source>
            <translation>Het onderwerp in één regel</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ProfileForm</name>
        <message>
            <source>Your name</source>
            <translation>Je naam</translation>
        </message>
        <message>
            <source>Everybody who is signed in sees your name and role.</source>
            <translation>Iedereen die is aangemeld ziet je naam en rol.</translation>
        </message>
        <message>
            <source>Your role</source>
            <translation>Je rol</translation>
        </message>
        <message>
            <source>Others may see this</source>
            <translation>Anderen mogen dit zien</translation>
        </message>
        <message>
            <source>Others may see: %1</source>
            <translation>Anderen mogen dit zien: %1</translation>
        </message>
        <message>
            <source>Job title</source>
            <translation>Functie</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organisatie</translation>
        </message>
        <message>
            <source>Municipality or region</source>
            <translation>Gemeente of regio</translation>
        </message>
        <message>
            <source>Others may see my expertise</source>
            <translation>Anderen mogen mijn expertise zien</translation>
        </message>
        <message>
            <source>Fill in your name, so that colleagues know who answers.</source>
            <translation>Vul je naam in, zodat collega's weten wie er antwoordt.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::QuestionHeader</name>
        <message>
            <source>answered</source>
            <translation>beantwoord</translation>
        </message>
        <message>
            <source>nobody yet</source>
            <translation>nog niemand</translation>
        </message>
        <message numerus="yes">
            <source>routed to %n</source>
            <translation>
                <numerusform>gerouteerd naar %n</numerusform>
                <numerusform>gerouteerd naar %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Question by %1</source>
            <translation>Vraag van %1</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>gesloten</translation>
        </message>
        <message numerus="yes">
            <source>routed to %n colleague(s)</source>
            <translation>
                <numerusform>gerouteerd naar %n collega</numerusform>
                <numerusform>gerouteerd naar %n collega's</numerusform>
            </translation>
        </message>
        <message>
            <source>routed to a few colleagues</source>
            <translation>gerouteerd naar enkele collega's</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>gewijzigd</translation>
        </message>
        <message>
            <source>taken over from %1</source>
            <translation>overgenomen van %1</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Reageren</translation>
        </message>
        <message>
            <source>Comment on the question</source>
            <translation>Reageren op de vraag</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijzigen</translation>
        </message>
        <message>
            <source>Change your question</source>
            <translation>Je vraag wijzigen</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Heropenen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>Open your question for answers again</source>
            <translation>Je vraag weer openstellen voor antwoorden</translation>
        </message>
        <message>
            <source>Close your question for answers</source>
            <translation>Je vraag sluiten voor antwoorden</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Delete your question</source>
            <translation>Je vraag verwijderen</translation>
        </message>
        <message>
            <source>See To be sent</source>
            <translation>Bekijk bij Nog te verzenden</translation>
        </message>
        <message>
            <source>See what is to be sent</source>
            <translation>Bekijken wat nog te verzenden is</translation>
        </message>
        <message>
            <source>routed to a few</source>
            <translation>gerouteerd naar enkele collega's</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::Rail</name>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Menu with every command (F10)</source>
            <translation>Menu met alle opdrachten (F10)</translation>
        </message>
        <message>
            <source>Ask a question</source>
            <translation>Stel een vraag</translation>
        </message>
        <message>
            <source>For you</source>
            <translation>Voor jou</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Vragen</translation>
        </message>
        <message>
            <source>My questions</source>
            <translation>Mijn vragen</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Bewaard</translation>
        </message>
        <message>
            <source>Still to send</source>
            <translation>Nog te verzenden</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Concepten</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Zoeken</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Instellingen</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>MORE</source>
            <translation>MEER</translation>
        </message>
        <message>
            <source>All channels</source>
            <translation>Alle channels</translation>
        </message>
        <message>
            <source>CHANNELS</source>
            <translation>CHANNELS</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ReaderPane</name>
        <message>
            <source>Your answer</source>
            <translation>Je antwoord</translation>
        </message>
        <message>
            <source>Write an answer…</source>
            <translation>Je antwoord…</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwoorden</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Terug naar de lijst</translation>
        </message>
        <message>
            <source>Question and answers</source>
            <translation>Vraag en antwoorden</translation>
        </message>
        <message>
            <source>Your answer waits for a connection and is sent by itself.</source>
            <translation>Je antwoord wacht op verbinding en gaat vanzelf weg.</translation>
        </message>
        <message>
            <source>This question is closed. Nobody can answer it any more.</source>
            <translation>Deze vraag is gesloten. Je kunt er niet meer op antwoorden.</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Lezen</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>Nog geen antwoord</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n antwoord</numerusform>
                <numerusform>%n antwoorden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new answer(s)</source>
            <translation>
                <numerusform>%n nieuw antwoord</numerusform>
                <numerusform>%n nieuwe antwoorden</numerusform>
            </translation>
        </message>
        <message>
            <source>Following</source>
            <translation>Je volgt dit</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Volgen</translation>
        </message>
        <message>
            <source>Stop following this question</source>
            <translation>Deze vraag niet meer volgen</translation>
        </message>
        <message>
            <source>Follow this question</source>
            <translation>Deze vraag volgen</translation>
        </message>
        <message>
            <source>Not later, now</source>
            <translation>Toch niet later</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>Take this question back from Later</source>
            <translation>Deze vraag terughalen uit Later</translation>
        </message>
        <message>
            <source>Put this question off until later</source>
            <translation>Deze vraag bewaren voor later</translation>
        </message>
        <message>
            <source>Not for me</source>
            <translation>Niet voor mij</translation>
        </message>
        <message>
            <source>This question is not for me</source>
            <translation>Deze vraag is niet voor mij</translation>
        </message>
        <message>
            <source>This question is no longer under For you.</source>
            <translation>Deze vraag staat niet meer bij Voor jou.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Bewaard</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Bewaren</translation>
        </message>
        <message>
            <source>Do not keep this question any more</source>
            <translation>Deze vraag niet meer bewaren</translation>
        </message>
        <message>
            <source>Save this question</source>
            <translation>Deze vraag bewaren</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Link kopiëren</translation>
        </message>
        <message>
            <source>Copy a link to this question</source>
            <translation>Een link naar deze vraag kopiëren</translation>
        </message>
        <message>
            <source>The link is on the clipboard.</source>
            <translation>De link staat op het klembord.</translation>
        </message>
        <message>
            <source>This question comes back: %1.</source>
            <translation>Deze vraag komt terug: %1.</translation>
        </message>
        <message>
            <source>Your question is deleted.</source>
            <translation>Je vraag is verwijderd.</translation>
        </message>
        <message>
            <source>Your answer is deleted.</source>
            <translation>Je antwoord is verwijderd.</translation>
        </message>
        <message>
            <source>Your comment is deleted.</source>
            <translation>Je reactie is verwijderd.</translation>
        </message>
        <message>
            <source>No question chosen</source>
            <translation>Geen vraag gekozen</translation>
        </message>
        <message>
            <source>Choose a question from the list to read it.</source>
            <translation>Kies een vraag uit de lijst om hem te lezen.</translation>
        </message>
        <message>
            <source>This question is not here</source>
            <translation>Deze vraag is hier niet</translation>
        </message>
        <message>
            <source>It was deleted, or it is not on this computer yet.</source>
            <translation>De vraag is verwijderd, of staat nog niet op deze computer.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::RightsTable</name>
        <message>
            <source>Who may do what</source>
            <translation>Wie mag wat</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::RuleField</name>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>What is smaller than</source>
            <translation>Wat kleiner is dan</translation>
        </message>
        <message>
            <source>Only what I chose to keep</source>
            <translation>Alleen wat ik heb vastgezet</translation>
        </message>
        <message>
            <source>What is kept of %1</source>
            <translation>Wat van %1 wordt bewaard</translation>
        </message>
        <message>
            <source>Largest file that is kept of %1, in megabytes</source>
            <translation>Grootste bestand van %1 dat wordt bewaard, in megabytes</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SearchScreen</name>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Vragen</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Antwoorden</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Reacties</translation>
        </message>
        <message>
            <source>Colleagues</source>
            <translation>Collega's</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Categorieën</translation>
        </message>
        <message>
            <source>Discussions</source>
            <translation>Discussies</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Berichten</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documenten</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Zoeken</translation>
        </message>
        <message>
            <source>Search everything on this computer</source>
            <translation>Zoek in alles op deze computer</translation>
        </message>
        <message>
            <source>Kind of result</source>
            <translation>Soort resultaat</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultaten</translation>
        </message>
        <message numerus="yes">
            <source>The newest %n result(s); another word narrows it.</source>
            <translation>
                <numerusform>Het nieuwste resultaat; met een extra woord zoek je gerichter.</numerusform>
                <numerusform>De nieuwste %n resultaten; met een extra woord zoek je gerichter.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s), newest first.</source>
            <translation>
                <numerusform>%n resultaat.</numerusform>
                <numerusform>%n resultaten, nieuwste eerst.</numerusform>
            </translation>
        </message>
        <message>
            <source>Older questions are not on this computer yet and were not searched.</source>
            <translation>Oudere vragen staan nog niet op deze computer en zijn niet doorzocht.</translation>
        </message>
        <message>
            <source>Search everything</source>
            <translation>Zoek in alles</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Niets gevonden</translation>
        </message>
        <message>
            <source>Try another word. Older questions are still being fetched; look again later.</source>
            <translation>Probeer een ander woord. Oudere vragen worden nog opgehaald; kijk later nog eens.</translation>
        </message>
        <message>
            <source>Try another word, or part of a word.</source>
            <translation>Probeer een ander woord, of een deel van een woord.</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) are not on this computer (yet), so their text was not searched.</source>
            <translation>
                <numerusform>%n document staat (nog) niet op deze computer; de tekst ervan is niet doorzocht.</numerusform>
                <numerusform>%n documenten staan (nog) niet op deze computer; de tekst ervan is niet doorzocht.</numerusform>
            </translation>
        </message>
        <message>
            <source>Questions, answers, discussions, documents, colleagues, categories and channels. It works without a connection too.</source>
            <translation>Vragen, antwoorden, discussies, documenten, collega's, categorieën en channels. Het werkt ook zonder verbinding.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SettingsScreen</name>
        <message>
            <source>Settings</source>
            <translation>Instellingen</translation>
        </message>
        <message>
            <source>Find a setting</source>
            <translation>Zoek een instelling</translation>
        </message>
        <message>
            <source>No setting has this word in it.</source>
            <translation>Er is geen instelling met dit woord.</translation>
        </message>
        <message>
            <source>Expertise</source>
            <translation>Expertise</translation>
        </message>
        <message>
            <source>category categories knowledge for you</source>
            <translation>categorie categorieën kennis voor jou</translation>
        </message>
        <message>
            <source>New questions in these categories come to you, under For you.</source>
            <translation>Nieuwe vragen in deze categorieën komen bij jou terecht, onder Voor jou.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Profiel</translation>
        </message>
        <message>
            <source>name role organisation municipality visible privacy</source>
            <translation>naam rol organisatie gemeente zichtbaar privacy</translation>
        </message>
        <message>
            <source>Save profile</source>
            <translation>Profiel opslaan</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Over</translation>
        </message>
        <message>
            <source>version licence help privacy</source>
            <translation>versie licentie help privacy</translation>
        </message>
        <message>
            <source>Vraagbaak %1</source>
            <translation>Vraagbaak %1</translation>
        </message>
        <message>
            <source>Free software under the EUPL 1.2. No advertisements, no trade in data, no telemetry.</source>
            <translation>Vrije software onder de EUPL 1.2. Geen reclame, geen handel in gegevens, geen meekijken.</translation>
        </message>
        <message>
            <source>More about Vraagbaak</source>
            <translation>Meer over Vraagbaak</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Opgeslagen.</translation>
        </message>
        <message>
            <source>Saved; goes to the server when there is a connection.</source>
            <translation>Opgeslagen; gaat naar de server zodra er verbinding is.</translation>
        </message>
        <message>
            <source>Not saved yet.</source>
            <translation>Nog niet opgeslagen.</translation>
        </message>
        <message>
            <source>What you changed in your profile is not saved yet.</source>
            <translation>Wat je in je profiel veranderde, is nog niet opgeslagen.</translation>
        </message>
        <message>
            <source>Back to the profile</source>
            <translation>Terug naar het profiel</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ShortcutTable</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Sneltoetsen</translation>
        </message>
        <message>
            <source> or </source>
            <translation> of </translation>
        </message>
        <message>
            <source>Send what you are writing</source>
            <translation>Versturen wat je schrijft</translation>
        </message>
        <message>
            <source>Next or previous control</source>
            <translation>Volgende of vorige knop</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SignInPage</name>
        <message>
            <source>Hide the house rules</source>
            <translation>Spelregels verbergen</translation>
        </message>
        <message>
            <source>Read the house rules</source>
            <translation>Spelregels lezen</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Je naam</translation>
        </message>
        <message>
            <source>Your role</source>
            <translation>Je rol</translation>
        </message>
        <message>
            <source>E-mail address</source>
            <translation>E-mailadres</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Wachtwoord</translation>
        </message>
        <message>
            <source>Show password</source>
            <translation>Wachtwoord tonen</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>I keep to the house rules</source>
            <translation>Ik houd me aan de spelregels</translation>
        </message>
        <message>
            <source>House rules</source>
            <translation>Spelregels</translation>
        </message>
        <message>
            <source>Make an account</source>
            <translation>Maak een account</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Aanmelden</translation>
        </message>
        <message>
            <source>Vraagbaak is free for professionals in the social domain.</source>
            <translation>Vraagbaak is gratis voor professionals in het sociaal domein.</translation>
        </message>
        <message>
            <source>Ask colleagues all over the country, and find what they know. Offline too.</source>
            <translation>Vraag het collega's in het hele land, en vind wat zij weten. Ook zonder internet.</translation>
        </message>
        <message numerus="yes">
            <source>At least %n characters; a sentence is fine.</source>
            <translation>
                <numerusform>Minstens %n teken; een zin mag ook.</numerusform>
                <numerusform>Minstens %n tekens; een zin mag ook.</numerusform>
            </translation>
        </message>
        <message>
            <source>I have an account: sign in</source>
            <translation>Ik heb een account: aanmelden</translation>
        </message>
        <message>
            <source>No account yet? Make one</source>
            <translation>Nog geen account? Maak er een</translation>
        </message>
        <message>
            <source>This is no address of a server. Your organisation can tell you the address.</source>
            <translation>Dit is geen adres van een server. Je organisatie kan je het adres vertellen.</translation>
        </message>
        <message>
            <source>Fill in your e-mail address.</source>
            <translation>Vul je e-mailadres in.</translation>
        </message>
        <message>
            <source>Fill in your password.</source>
            <translation>Vul je wachtwoord in.</translation>
        </message>
        <message numerus="yes">
            <source>Choose a longer password: at least %n characters.</source>
            <translation>
                <numerusform>Kies een langer wachtwoord: minstens %n teken.</numerusform>
                <numerusform>Kies een langer wachtwoord: minstens %n tekens.</numerusform>
            </translation>
        </message>
        <message>
            <source>This password is too long.</source>
            <translation>Dit wachtwoord is te lang.</translation>
        </message>
        <message>
            <source>Fill in your name, so that colleagues know who answers.</source>
            <translation>Vul je naam in, zodat collega's weten wie er antwoordt.</translation>
        </message>
        <message>
            <source>Read the house rules and tick that you keep to them.</source>
            <translation>Lees de spelregels en vink aan dat je je eraan houdt.</translation>
        </message>
        <message>
            <source>Making your account…</source>
            <translation>Je account wordt gemaakt…</translation>
        </message>
        <message>
            <source>Make account</source>
            <translation>Account maken</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Bezig met aanmelden…</translation>
        </message>
        <message>
            <source>Go on without signing in</source>
            <translation>Verder zonder aanmelden</translation>
        </message>
        <message>
            <source>You are signed out</source>
            <translation>Je bent afgemeld</translation>
        </message>
        <message>
            <source>What you read and wrote stays on this computer. Sign in to fetch what is new and to send.</source>
            <translation>Wat je las en schreef blijft op deze computer. Meld je aan om het nieuwste op te halen en te verzenden.</translation>
        </message>
        <message>
            <source>Erase this profile…</source>
            <translation>Dit profiel wissen…</translation>
        </message>
        <message>
            <source>Erase everything?</source>
            <translation>Alles wissen?</translation>
        </message>
        <message>
            <source>Keep everything</source>
            <translation>Alles houden</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Wissen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SimilarList</name>
        <message>
            <source>Similar questions</source>
            <translation>Vragen die hierop lijken</translation>
        </message>
        <message>
            <source>While you type, answered questions like yours appear here.</source>
            <translation>Terwijl je typt verschijnen hier beantwoorde vragen die erop lijken.</translation>
        </message>
        <message>
            <source>Perhaps your question was answered before</source>
            <translation>Misschien is je vraag al beantwoord</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SimilarRow</name>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n antwoord</numerusform>
                <numerusform>%n antwoorden</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, helped</source>
            <translation>%1, heeft geholpen</translation>
        </message>
        <message>
            <source>helped</source>
            <translation>heeft geholpen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SourcesField</name>
        <message>
            <source>Source</source>
            <translation>Bron</translation>
        </message>
        <message>
            <source>A law, a guide or a link. Press Enter to add it.</source>
            <translation>Een wet, handreiking of link. Druk op Enter om toe te voegen.</translation>
        </message>
        <message>
            <source>Remove source %1</source>
            <translation>Bron %1 weghalen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::StorageSection</name>
        <message>
            <source>On this computer</source>
            <translation>Op deze computer</translation>
        </message>
        <message>
            <source>cache storage offline disk sync</source>
            <translation>cache opslag offline schijf synchronisatie</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) with their answers are on this computer.</source>
            <translation>
                <numerusform>%n vraag met antwoorden staat op deze computer.</numerusform>
                <numerusform>%n vragen met hun antwoorden staan op deze computer.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not brought up to date yet.</source>
            <translation>Nog niet bijgewerkt.</translation>
        </message>
        <message>
            <source>Brought up to date at %1.</source>
            <translation>Bijgewerkt om %1.</translation>
        </message>
        <message>
            <source>Everything is here: you can read and search all of it without a connection.</source>
            <translation>Alles staat hier: je kunt alles lezen en doorzoeken zonder verbinding.</translation>
        </message>
        <message>
            <source>Older questions are still being fetched. What is here can be read and searched meanwhile.</source>
            <translation>Oudere vragen worden nog opgehaald. Wat er is, kun je intussen lezen en doorzoeken.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::Switcher</name>
        <message>
            <source>Category</source>
            <translation>Categorie</translation>
        </message>
        <message>
            <source>Search everything for "%1"</source>
            <translation>Zoek in alles naar "%1"</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Ga naar</translation>
        </message>
        <message>
            <source>Go to a question, category, colleague or command</source>
            <translation>Ga naar een vraag, categorie, collega of opdracht</translation>
        </message>
        <message>
            <source>Places to go to</source>
            <translation>Plekken om naartoe te gaan</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Niets gevonden</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TextView</name>
        <message>
            <source>Text of the document</source>
            <translation>Tekst van het document</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TopicDelegate</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n nieuw</numerusform>
                <numerusform>%n nieuw</numerusform>
            </translation>
        </message>
        <message>
            <source>pinned</source>
            <translation>vastgezet</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>gesloten</translation>
        </message>
        <message>
            <source>following</source>
            <translation>gevolgd</translation>
        </message>
        <message>
            <source>muted</source>
            <translation>gedempt</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Verwijderd</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TopicListModel</name>
        <message>
            <source>What was learned</source>
            <translation>Wat is geleerd</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Verwijderd</translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n ongelezen</numerusform>
                <numerusform>%n ongelezen</numerusform>
            </translation>
        </message>
        <message>
            <source>pinned</source>
            <translation>vastgezet</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>gesloten</translation>
        </message>
        <message>
            <source>muted</source>
            <translation>gedempt</translation>
        </message>
        <message>
            <source>lesson</source>
            <translation>les</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TopicReader</name>
        <message>
            <source>Your post</source>
            <translation>Jouw bericht</translation>
        </message>
        <message>
            <source>Your post; @ names a member</source>
            <translation>Je bericht; @ noemt een lid</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Versturen</translation>
        </message>
        <message>
            <source>What was learned</source>
            <translation>Wat is geleerd</translation>
        </message>
        <message>
            <source>The lesson in one line</source>
            <translation>De les in één regel</translation>
        </message>
        <message>
            <source>What can others learn from this case, without anything that leads to a person?</source>
            <translation>Wat kunnen anderen van deze casus leren, zonder iets wat naar een persoon leidt?</translation>
        </message>
        <message>
            <source>Save the lesson</source>
            <translation>Les opslaan</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>Terug naar de lijst</translation>
        </message>
        <message>
            <source>Earlier posts</source>
            <translation>Eerdere berichten</translation>
        </message>
        <message>
            <source>To the newest post</source>
            <translation>Naar het nieuwste bericht</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Verwijderd</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>gewijzigd</translation>
        </message>
        <message>
            <source>The case is erased; what was learned stays</source>
            <translation>De casus is gewist; wat is geleerd blijft</translation>
        </message>
        <message>
            <source>A moderator deleted this text</source>
            <translation>Een moderator heeft deze tekst verwijderd</translation>
        </message>
        <message>
            <source>The author deleted this text</source>
            <translation>De schrijver heeft deze tekst verwijderd</translation>
        </message>
        <message>
            <source>This case %1</source>
            <translation>Deze casus %1</translation>
        </message>
        <message>
            <source>With all its posts, on the server and on every computer. What was learned can stay.</source>
            <translation>Met alle berichten, op de server en op elke computer. Wat is geleerd kan blijven.</translation>
        </message>
        <message>
            <source>This discussion is closed</source>
            <translation>Deze discussie is gesloten</translation>
        </message>
        <message>
            <source>Text by %1</source>
            <translation>Tekst van %1</translation>
        </message>
        <message>
            <source>No posts yet</source>
            <translation>Nog geen berichten</translation>
        </message>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n bericht</numerusform>
                <numerusform>%n berichten</numerusform>
            </translation>
        </message>
        <message>
            <source>The rent of this channel has ended: nothing can be added.</source>
            <translation>De huur van dit channel is afgelopen: er kan niets bij.</translation>
        </message>
        <message>
            <source>This discussion is closed: nothing can be added.</source>
            <translation>Deze discussie is gesloten: er kan niets bij.</translation>
        </message>
        <message>
            <source>Do not follow</source>
            <translation>Niet meer volgen</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Volgen</translation>
        </message>
        <message>
            <source>Do not follow %1</source>
            <translation>%1 niet meer volgen</translation>
        </message>
        <message>
            <source>Follow %1</source>
            <translation>%1 volgen</translation>
        </message>
        <message>
            <source>Do not mute</source>
            <translation>Niet meer dempen</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Dempen</translation>
        </message>
        <message>
            <source>Do not mute %1</source>
            <translation>%1 niet meer dempen</translation>
        </message>
        <message>
            <source>Mute %1</source>
            <translation>%1 dempen</translation>
        </message>
        <message>
            <source>Unpin</source>
            <translation>Losmaken</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Vastzetten</translation>
        </message>
        <message>
            <source>Unpin %1</source>
            <translation>%1 losmaken</translation>
        </message>
        <message>
            <source>Pin %1</source>
            <translation>%1 vastzetten</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Weer openen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
        <message>
            <source>Open %1 again</source>
            <translation>%1 weer openen</translation>
        </message>
        <message>
            <source>Close %1</source>
            <translation>%1 sluiten</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Wijzigen</translation>
        </message>
        <message>
            <source>Change your text</source>
            <translation>Je tekst wijzigen</translation>
        </message>
        <message>
            <source>Earlier versions</source>
            <translation>Eerdere versies</translation>
        </message>
        <message>
            <source>Earlier versions of %1</source>
            <translation>Eerdere versies van %1</translation>
        </message>
        <message>
            <source>Change the lesson</source>
            <translation>De les wijzigen</translation>
        </message>
        <message>
            <source>Write what was learned</source>
            <translation>Schrijf op wat is geleerd</translation>
        </message>
        <message>
            <source>Write what was learned from %1</source>
            <translation>Schrijf op wat is geleerd van %1</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Verwijderen</translation>
        </message>
        <message>
            <source>Delete %1</source>
            <translation>%1 verwijderen</translation>
        </message>
        <message>
            <source>The text is deleted</source>
            <translation>De tekst is verwijderd</translation>
        </message>
        <message>
            <source>The post is deleted</source>
            <translation>Het bericht is verwijderd</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Ongedaan maken</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TopicsPage</name>
        <message>
            <source>What you want to discuss</source>
            <translation>Wat je wilt bespreken</translation>
        </message>
        <message>
            <source>The subject in one line</source>
            <translation>Het onderwerp in één regel</translation>
        </message>
        <message>
            <source>What do you want to discuss? @ mentions a member</source>
            <translation>Wat wil je bespreken? Met @ noem je een lid</translation>
        </message>
        <message>
            <source>Start the discussion</source>
            <translation>Discussie beginnen</translation>
        </message>
        <message>
            <source>Bring in a case</source>
            <translation>Casus inbrengen</translation>
        </message>
        <message>
            <source>New discussion</source>
            <translation>Nieuwe discussie</translation>
        </message>
        <message>
            <source>Find a case</source>
            <translation>Zoek een casus</translation>
        </message>
        <message>
            <source>Find a discussion</source>
            <translation>Zoek een discussie</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Casuïstiek</translation>
        </message>
        <message>
            <source>Discussions</source>
            <translation>Discussies</translation>
        </message>
        <message>
            <source>Choose a case</source>
            <translation>Kies een casus</translation>
        </message>
        <message>
            <source>Choose a discussion</source>
            <translation>Kies een discussie</translation>
        </message>
        <message>
            <source>It opens here, with its posts.</source>
            <translation>Hij opent hier, met de berichten.</translation>
        </message>
        <message>
            <source>No cases</source>
            <translation>Geen casussen</translation>
        </message>
        <message>
            <source>Bring in a case to think about together, in pseudonyms. It is erased by itself.</source>
            <translation>Breng een casus in om samen over na te denken, met schuilnamen. Hij wordt vanzelf gewist.</translation>
        </message>
        <message>
            <source>No discussions yet</source>
            <translation>Nog geen discussies</translation>
        </message>
        <message>
            <source>Start the first one.</source>
            <translation>Begin de eerste.</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::UploadStrip</name>
        <message>
            <source>Files on their way</source>
            <translation>Bestanden onderweg</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Opnieuw proberen</translation>
        </message>
        <message>
            <source>Try %1 again</source>
            <translation>%1 opnieuw proberen</translation>
        </message>
        <message>
            <source>Do not add %1</source>
            <translation>%1 niet toevoegen</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Verder</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pauze</translation>
        </message>
        <message>
            <source>Go on with %1</source>
            <translation>Verder met %1</translation>
        </message>
        <message>
            <source>Pause %1</source>
            <translation>%1 pauzeren</translation>
        </message>
        <message numerus="yes">
            <source>and %n other file(s)</source>
            <translation>
                <numerusform>en %n ander bestand</numerusform>
                <numerusform>en %n andere bestanden</numerusform>
            </translation>
        </message>
    </context>
</TS>
