#include "shared/text/vocabulary.h"

namespace vb::text::vocabulary {

const std::string_view kIrregular =
    "kinder:kind leden:lid steden:stad schepen:schip eieren:ei lieden:lied hulp:hulp zes:zes acht:acht les:les "
    "gegeven:gegeven gegevens:gegeven gelden:geld geleden:geleden overleden:overleden verleden:verleden mens:mens "
    "wens:wens grens:grens anders:anders eens:eens kans:kans dans:dans reis:reis eis:eis huis:huis vroeg:vraag "
    "vroegen:vraag liep:loop liepen:loop gaf:geef gaven:geef nam:neem namen:neem kreeg:krijg kregen:krijg "
    "schreef:schrijf schreven:schrijf bleef:blijf bleven:blijf hielp:help hielpen:help besloot:besluit "
    "besloten:besluit gelopen:loop geholpen:help gevonden:vind gekozen:kies koos:kies aanbod:aanbod bood:bied "
    "boden:bied verbleef:verblijf verzocht:verzoek verzochten:verzoek onderzocht:onderzoek gezien:zie geweest:ben "
    "gebracht:breng oudere:oudere ouderen:oudere ouder:ouder ouders:ouder jongere:jongere jongeren:jongere "
    "jonger:jong gemeente:gemeente gemeenten:gemeente gemeentes:gemeente gemeentelijk:gemeente gemeentelijke:gemeente "
    "wettelijk:wet wettelijke:wet regionaal:regio regionale:regio ouderlijk:ouder ouderlijke:ouder "
    "financien:financien financieel:financien financiele:financien media:media criteria:criterium musea:museum "
    "verdiende:verdien verdiensten:verdienste inkomsten:inkomst inkomst:inkomst bekend:bekend bekende:bekend "
    "vreemd:vreemd gezond:gezond gezonde:gezond gezondheid:gezondheid gebied:gebied gebieden:gebied geld:geld "
    "geheel:geheel gehele:geheel gemeenschap:gemeenschap gezin:gezin gezinnen:gezin gebeden:gebed gebed:gebed "
    "spelen:speel spel:spel bad:bad baden:bad ambtelijk:ambtelijk ambtelijke:ambtelijk schuldig:schuldig zorg:zorg "
    "zorgen:zorg mail:mail email:email emails:email bureaus:bureau niveaus:niveau cadeaus:cadeau beide:beide "
    "soort:soort soorten:soort feit:feit volgend:volgend categorieen:categorie ideeen:idee jaarlijks:jaarlijks "
    "jaarlijkse:jaarlijks maandelijks:maandelijks maandelijkse:maandelijks dagelijks:dagelijks dagelijkse:dagelijks "
    "wekelijks:wekelijks wekelijkse:wekelijks hoger:hoog hogere:hoog hoogste:hoog lager:laag lagere:laag laagste:laag "
    "beter:beter betere:beter beste:best beslagen:beslag autos:auto fotos:foto bent:ben toets:toets toetsen:toets "
    "plaats:plaats plaatsen:plaats inzet:inzet";

const std::string_view kIrregularEnds =
    "bewind:bewind eigen:eigen boven:boven buiten:buiten vertrouwen:vertrouwen overlijden:overlijden wagen:wagen "
    "kinderen:kind leden:lid steden:stad slagen:slag dagen:dag wegen:weg vaten:vat gaten:gat bladen:blad daken:dak "
    "glazen:glas paden:pad sloten:slot verdragen:verdrag bedragen:bedrag gebreken:gebrek bevelen:bevel "
    "inkomen:inkomen inkomens:inkomen vermogen:vermogen vermogens:vermogen leven:leven levens:leven teken:teken "
    "tekens:teken delen:deel middelen:middel artikelen:artikel stelsels:stelsel teams:team workshops:workshop "
    "scans:scan apps:app coaches:coach professionals:professional vouchers:voucher flyers:flyer trainers:trainer "
    "proces:proces adres:adres congres:congres succes:succes sectoren:sector factoren:factor indicatoren:indicator "
    "monitoren:monitor motoren:motor doctoren:doctor auditoren:auditor adviezen:advies advies:advies verlies:verlies "
    "bewijzen:bewijs paleizen:paleis toetsen:toets kansen:kans wensen:wens grens:grens wens:wens mens:mens "
    "mensen:mens problemen:probleem systemen:systeem termijnen:termijn boetes:boete boete:boete ziekte:ziekte "
    "ziekten:ziekte ziektes:ziekte periode:periode perioden:periode periodes:periode premie:premie schade:schade "
    "schades:schade armoede:armoede methode:methode methoden:methode methodes:methode ruimte:ruimte ruimten:ruimte "
    "ruimtes:ruimte route:route routes:route college:college colleges:college ambulance:ambulance toekomst:toekomst "
    "dienst:dienst belofte:belofte beloften:belofte beloftes:belofte gedachte:gedachte gedachten:gedachte "
    "hoogte:hoogte hoogten:hoogte behoefte:behoefte behoeften:behoefte behoeftes:behoefte voorwaarde:voorwaarde "
    "voorwaarden:voorwaarde waarde:waarde waarden:waarde gegevens:gegeven inzage:inzage bijlage:bijlage "
    "bijlagen:bijlage bijlages:bijlage bijdrage:bijdrage bijdragen:bijdrage bijdrages:bijdrage aanvrage:aanvraag "
    "rapportage:rapportage rapportages:rapportage garantie:garantie keuze:keuze keuzes:keuze keuzen:keuze einde:einde "
    "klachten:klacht oorzaken:oorzaak basis:basis crisis:crisis crises:crisis status:status bonus:bonus cursus:cursus "
    "virus:virus campus:campus thuis:thuis reeks:reeks pers:pers moeders:moeder vaders:vader";

const std::string_view kVerbs =
    "aard acht adem antwoord baat baan baar bak bed bedel beef begeleid begin behandel behoor beoordeel bereid bereik "
    "bescherm beslis besteed betaal bevestig bied bind blijf bloei boek boor bouw breek breid breng daal daag deel "
    "denk dien dicht doel draag draai drink druk duid durf duur dwing eet eis erger erken fiets functioneer ga "
    "gebruik geef geloof geld genees geniet gok gooi grens groei haal handel handhaaf hang hecht help herinner hoop "
    "hoor houd huur huis huil indiceer jaag jeuk kaart kampeer kap keer ken keur kies kijk klaag kleef klim klop knip "
    "koken kom koop koppel kort kost krijg kwalificeer kwets laad laat lach lees leen leef leer leg leid lenig let "
    "lever lieg lig lijd lijk loop loon los luister maak maan matig meen meet meld merk mis motiveer neem noem nodig "
    "oefen onderhoud onderzoek onderteken ontvang open oordeel overleg pak pas plaats plan pleeg praat probeer raak "
    "raam raad red reageer reken regel reis richt rijd roep rond ruil ruim schaad schaf schakel scheid schik schort "
    "schrap schrijf schrik sla slaag slaap sleep sluit snap span spaar speel spreek stapel steek stel stem sterf "
    "steun stijg stop stort streef stuit stuur taxeer teken tel tolk toets toon train trap tref trek trouw twijfel "
    "vaar val vecht veilig vertrek vervoer verzorg vestig vind vlieg vlucht voed voeg voel voer volg voldoe vorder "
    "vorm vraag vul waak waarborg waardeer waarschuw wacht wandel weeg week weet weiger werf werk wijk wijs wijzig "
    "win wissel woon zaai zak zet zeg zend zie zit zoek zorg zwijg verander verbeter verdeel verhuis verklaar verleen "
    "verleng vermeld verminder verplicht verreken verricht verschil verstrek vervang vervul verwacht verwerk "
    "verwijder verwijs verzamel verzeker verzoek ontbreek ontsla ontwikkel ontzie overtuig behaal beheer bekijk "
    "beklaag belast beloof bemiddel benoem bepaal beperk bereken besef beslag bespaar bespreek bestraf bestuur betrek "
    "bevat bevorder bevraag bewaak bewaar beweer bewijs bewaar bezit bezoek bezuinig herken herstel hervat herzie "
    "mishandel misbruik rechtvaardig toestem vergeet vergoed vergelijk vergis vergroot verhaal verhoog verhuur "
    "verjaar verkoop verkrijg verlaag verlaat verlies vermoed vernieuw veroorzaak verplaats verschuif verslaaf "
    "versnel versterk vertaal vertel vertraag vertrouw vervolg verwaarloos verwijt verzuim ondersteun onderneem "
    "onderwijs onthoud ontruim ontsla signaleer registreer informeer organiseer financier controleer adviseer "
    "accepteer beeindig bekostig bemoei beschik besluit bewoon gedraag gedoog arbeid indien intrek kamp";

const std::string_view kStrongParticiples =
    "nomen:neem wezen:wijs trokken:trek sloten:sluit geven:geef kregen:krijg bleven:blijf schreven:schrijf boden:bied "
    "holpen:help bracht:breng daan:doe gaan:ga zocht:zoek kocht:koop vonden:vind bonden:bind zien:zie wonnen:win "
    "storven:sterf vangen:vang sproken:spreek broken:breek stoken:steek komen:kom laten:laat lezen:lees eten:eet "
    "meten:meet treden:treed weten:weet zeten:zit legen:lig leden:lijd reden:rijd sneden:snijd stegen:stijg "
    "schoven:schuif worpen:werp troffen:tref wogen:weeg wezen:wijs koren:kies kozen:kies loren:lies vroren:vries "
    "dacht:denk dronken:drink klommen:klim dwongen:dwing hangen:hang slagen:sla dragen:draag lopen:loop houden:houd "
    "vallen:val roepen:roep raden:raad scheiden:scheid zonden:zend wonden:wind";

const std::string_view kActions =
    "verlening uitvoering aanmelding begeleiding behandeling beoordeling bemiddeling betaling besteding bescherming "
    "beperking bekostiging belasting berekening bevestiging bewaring beschikking huisvesting indiening inburgering "
    "inschrijving instelling inzameling handhaving herziening hervatting herkenning kwijtschelding melding "
    "mishandeling onderbouwing ondersteuning ontruiming ontwikkeling opvoeding opzegging overschrijving registrering "
    "sanering schikking terugvordering toekenning toewijzing uitkering uitzetting uitsluiting vergoeding verhuizing "
    "verklaring verlaging verlenging vermelding vermindering verrekening verstrekking vervanging verwerking "
    "verwijdering verwijzing verzekering verzorging vestiging vordering voorlichting waarschuwing weigering wijziging "
    "aanpassing aanvulling aansluiting afwijzing afsluiting beslissing beeindiging intrekking opschorting ontheffing "
    "samenwerking signalering financiering verandering verbetering verwaarlozing ontkoppeling doorverwijzing "
    "overdraging opleiding inkorting invordering schuldsanering kostendeling aanbesteding herindicering verslaving "
    "verantwoording vertegenwoordiging vrijstelling waardering";

}  // namespace vb::text::vocabulary
