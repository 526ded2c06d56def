<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next week</source>
            <translation type="unfinished" />
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
        <name>Words</name>
        <message>
            <source>Practitioner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Policy officer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coordinator or manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Researcher or adviser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role not told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>policy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>coordination</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>research and advice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a citizen service number (BSN)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a bank account number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a phone number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a date of birth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>draft</source>
            <translation type="unfinished">concept</translation>
        </message>
        <message>
            <source>waits for a connection</source>
            <translation type="unfinished">wacht op verbinding</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation type="unfinished">wordt verzonden</translation>
        </message>
        <message>
            <source>received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not sent</source>
            <translation type="unfinished">niet verzonden</translation>
        </message>
        <message>
            <source>two versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There seems to be a citizen service number (BSN) in it. Take it out and send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is too long. Make it shorter and send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The question in one sentence is too short or too long. Change it and send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something in it is missing or not allowed. Change it and send it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What this belongs to is no longer there; it was probably deleted. You can copy your text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are not allowed to do this (any more). You can copy your text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was changed meanwhile, by somebody else or on another computer. Choose which version stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server already knows a different message with this number. Copy your text and send it anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is older or newer than this app and does not know this yet. Try again after an update.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You sent a lot in a short time. Wait a moment and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server cannot store anything at the moment. Try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are signed out. Sign in and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk of this computer is full. Make room and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server refused it (code: %1). You can try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The e-mail address and password do not belong together. Check both and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many attempts. Wait a few minutes and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no connection to the server. Check your network and the address of the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something else than the server answered, probably the sign-in page of a wifi network. Sign in there with your browser, then try again. Nothing was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection cannot be trusted: the certificate of the server is not right. Nothing was sent. Ask your administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server does not let people register by themselves. Ask your organisation for an account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That did not work. Perhaps you already have an account: try to sign in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This app is too old or too new for the server. Update the app.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server does not accept what was filled in. Check the address, name and password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server is not available right now. Try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong (code: %1). Try again; if it stays, tell your administrator the code.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full. What you type is kept in memory and stored as soon as there is room. Do not close Vraagbaak before that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you type could not be stored (code: %1). It is kept in memory and tried again. Do not close Vraagbaak before that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deletion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thanks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Helped mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expertise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved, follow or read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished">Instellingen</translation>
        </message>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown colleague</source>
            <translation type="unfinished" />
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
            <source>You were signed out. What you wrote is kept; sign in to go on.</source>
            <translation>Je bent afgemeld. Wat je schreef, is bewaard; meld je aan om verder te gaan.</translation>
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
    </context>
    <context>
        <name>vb::client::ui::AccountScreen</name>
        <message>
            <source>Who are you?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colleagues see who asks and who answers. You decide what they see.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What do you know about?</source>
            <translation type="unfinished">Waar weet jij veel van?</translation>
        </message>
        <message>
            <source>New questions in these categories come to you. You can change this at any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step 1 of 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step 2 of 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start right away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your expertise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your questions are being fetched, the newest first: %1 %. You can start meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your questions are being fetched, the newest first. You can start meanwhile.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::AccountSection</name>
        <message>
            <source>Account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sign out server erase wipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign out and erase everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After signing out, what is on this computer stays for the next time you sign in. Erasing removes questions, drafts and what was not sent yet from this computer.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n message(s) not sent yet</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Erase everything?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is lost: everything is on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is lost for good: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::AnswerCard</name>
        <message>
            <source>helped</source>
            <translation type="unfinished">heeft geholpen</translation>
        </message>
        <message>
            <source>%1, changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer by %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer by %1, helped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thanked · %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thank · %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back your thanks to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thank %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment on the answer by %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished">Bewaard</translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not keep the answer by %1 any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the answer by %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take "helped" back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This helped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer by %1 did not help after all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer by %1 helped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change your answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete your answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See To be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what is to be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::AskPresenter</name>
        <message>
            <source>Write your question in one sentence.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>This is longer than %n character(s). Put the rest in the explanation.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The explanation is too long to send. Make it shorter; nothing is lost meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose at least one category, so that the question reaches the right colleagues.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Choose at most %n categories.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>There is something in the text that cannot be sent, such as an invisible control character.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::AskScreen</name>
        <message>
            <source>Choose a category to see whom you reach.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking up how many colleagues this reaches…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known yet how many colleagues this reaches.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your question is sent as soon as there is a connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has ticked this yet</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Reaches %n colleague(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Choose a neighbouring category too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last known %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask a question</source>
            <translation type="unfinished">Stel een vraag</translation>
        </message>
        <message>
            <source>Your question in one sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Explanation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep as draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft saved at %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept under Drafts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open drafts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your question waits for a connection and is sent by itself. You can go on working.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your question is on its way.</source>
            <translation type="unfinished" />
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
        <name>vb::client::ui::CategoryPicker</name>
        <message>
            <source>Category</source>
            <translation type="unfinished">Categorie</translation>
        </message>
        <message>
            <source>Category · suggested because of %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fewer categories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All categories…</source>
            <translation type="unfinished" />
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
    </context>
    <context>
        <name>vb::client::ui::CommentItem</name>
        <message>
            <source>%1, changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment by %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change your comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete your comment</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::CommentList</name>
        <message>
            <source>Your comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a comment…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::Composer</name>
        <message>
            <source>The question in one sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished">Annuleren</translation>
        </message>
        <message>
            <source>Add a source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft saved at %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is too long to send. Make it shorter; nothing is lost meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is an invisible control character in it that cannot be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the question in one sentence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write something first.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::ConflictView</name>
        <message>
            <source>Your text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep my text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text on the server now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the other text</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::DraftCard</name>
        <message>
            <source>saved %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft, %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on writing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on writing: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::DraftsScreen</name>
        <message>
            <source>Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drafts</source>
            <translation type="unfinished">Concepten</translation>
        </message>
        <message>
            <source>What you have not sent yet. It is only on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No drafts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you write is kept by itself. When you leave it half done you find it back here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The draft is discarded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::ExpertiseGrid</name>
        <message>
            <source>The categories are being fetched. You can also choose them later under Settings.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::GuardBanner</name>
        <message>
            <source>This looks like a BSN. A question with a BSN is not sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This looks like a BSN. An answer with a BSN is not sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This looks like a BSN. A comment with a BSN is not sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is %1 in it. Leave out what the question can do without.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Personal data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a BSN</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::HelpScreen</name>
        <message>
            <source>Pages of the help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About Vraagbaak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Help</source>
            <translation type="unfinished">Help</translation>
        </message>
        <message>
            <source># Vraagbaak %1

Questions and answers for professionals in the Dutch social domain. Free for professionals, for ever. No advertisements, no trade in data, no telemetry.

## Licence

Vraagbaak is free software under the European Union Public Licence (EUPL) 1.2. You may use, study, change and share it. The text of the licence comes with the app and stands on [eupl.eu](https://eupl.eu/1.2/en/).

## Made with

Qt %2 (LGPL-3.0), SQLite (public domain), Boost (BSL-1.0), libsodium (ISC).
</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::HitModel</name>
        <message>
            <source>Question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colleague</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Category</source>
            <translation type="unfinished">Categorie</translation>
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
        <name>vb::client::ui::LookSection</name>
        <message>
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>language theme dark light contrast text size font density</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roomy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Room between rows</source>
            <translation type="unfinished" />
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
        <name>vb::client::ui::NoticeSection</name>
        <message>
            <source>Notifications</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notification working hours quiet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell me of a new question in my expertise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outside these hours nothing appears on your screen. Everything still comes in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The end must be after the beginning.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::OutboxCard</name>
        <message>
            <source>Try again</source>
            <translation type="unfinished">Opnieuw proberen</translation>
        </message>
        <message>
            <source>Send again: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the text of: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is on the clipboard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the details of what went wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change your text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::OutboxScreen</name>
        <message>
            <source>To be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not on the server yet. It is safe on this computer and goes by itself when there is a connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is sent</source>
            <translation type="unfinished">Alles verzonden</translation>
        </message>
        <message>
            <source>What you write while there is no connection waits here until it can be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discarded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::PostText</name>
        <message>
            <source>Change your text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This link is not opened: only web pages and e-mail addresses are.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::ProfileForm</name>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everybody who is signed in sees your name and role.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Others may see this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Others may see: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Job title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Organisation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Municipality or region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Others may see my expertise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill in your name, so that colleagues know who answers.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::QuestionHeader</name>
        <message>
            <source>answered</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>routed to %n</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Question by %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closed</source>
            <translation type="unfinished">gesloten</translation>
        </message>
        <message numerus="yes">
            <source>routed to %n colleague(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>routed to a few colleagues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taken over from %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comment on the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change your question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished">Sluiten</translation>
        </message>
        <message>
            <source>Open your question for answers again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close your question for answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete your question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See To be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what is to be sent</source>
            <translation type="unfinished" />
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
    </context>
    <context>
        <name>vb::client::ui::ReaderPane</name>
        <message>
            <source>Your answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write an answer…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question and answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your answer waits for a connection and is sent by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This question is closed. Nobody can answer it any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer yet</source>
            <translation type="unfinished">Nog geen antwoord</translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation type="unfinished">
                <numerusform>%n antwoord</numerusform>
                <numerusform>%n antwoorden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new answer(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Following</source>
            <translation type="unfinished">Gevolgd</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop following this question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow this question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not later, now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished">Later</translation>
        </message>
        <message>
            <source>Take this question back from Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this question off until later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not for me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This question is not for me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This question is no longer under For you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished">Bewaard</translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not keep this question any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy a link to this question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The link is on the clipboard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This question comes back: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your question is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your answer is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your comment is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No question chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a question from the list to read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This question is not here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was deleted, or it is not on this computer yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::SearchScreen</name>
        <message>
            <source>Everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Questions</source>
            <translation type="unfinished">Vragen</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colleagues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Categories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished">Zoeken</translation>
        </message>
        <message>
            <source>Search everything on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The newest %n result(s); another word narrows it.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s), newest first.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Older questions are not on this computer yet and were not searched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search everything</source>
            <translation type="unfinished">Zoeken in alles</translation>
        </message>
        <message>
            <source>Questions, answers, comments, colleagues and categories. It works without a connection too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try another word. Older questions are still being fetched; look again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try another word, or part of a word.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::SettingsScreen</name>
        <message>
            <source>Settings</source>
            <translation type="unfinished">Instellingen</translation>
        </message>
        <message>
            <source>Find a setting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No setting has this word in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expertise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>category categories knowledge for you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New questions in these categories come to you, under For you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name role organisation municipality visible privacy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>version licence help privacy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vraagbaak %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free software under the EUPL 1.2. No advertisements, no trade in data, no telemetry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More about Vraagbaak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved; goes to the server when there is a connection.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::ShortcutTable</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send what you are writing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next or previous control</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::SignInPage</name>
        <message>
            <source>Hide the house rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the house rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I keep to the house rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>House rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make an account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vraagbaak is free for professionals in the social domain.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask colleagues all over the country, and find what they know. Offline too.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>At least %n characters; a sentence is fine.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>I have an account: sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No account yet? Make one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no address of a server. Your organisation can tell you the address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill in your e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill in your password.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Choose a longer password: at least %n characters.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>This password is too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill in your name, so that colleagues know who answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the house rules and tick that you keep to them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making your account…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::SimilarList</name>
        <message>
            <source>Similar questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While you type, answered questions like yours appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Perhaps your question was answered before</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::SimilarRow</name>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation type="unfinished">
                <numerusform>%n antwoord</numerusform>
                <numerusform>%n antwoorden</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, helped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>helped</source>
            <translation type="unfinished">heeft geholpen</translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SourcesField</name>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A law, a guide or a link. Press Enter to add it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove source %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::StorageSection</name>
        <message>
            <source>On this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cache storage offline disk sync</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n question(s) with their answers are on this computer.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Not brought up to date yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brought up to date at %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is here: you can read and search all of it without a connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Older questions are still being fetched. What is here can be read and searched meanwhile.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>vb::client::ui::Switcher</name>
        <message>
            <source>Category</source>
            <translation type="unfinished">Categorie</translation>
        </message>
        <message>
            <source>Search everything for "%1"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to a question, category, colleague or command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places to go to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
