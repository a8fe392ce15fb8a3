"""The commonest function words of the languages that rules are for, and of some that are easily taken for them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Language(StrEnum):
    """A language that a text can be found to be in, by its code."""

    CZECH = "cs"
    DANISH = "da"
    GERMAN = "de"
    ENGLISH = "en"
    SPANISH = "es"
    FINNISH = "fi"
    FRENCH = "fr"
    HUNGARIAN = "hu"
    ITALIAN = "it"
    JAPANESE = "ja"
    DUTCH = "nl"
    NORWEGIAN = "no"
    POLISH = "pl"
    PORTUGUESE = "pt"
    ROMANIAN = "ro"
    RUSSIAN = "ru"
    SLOVAK = "sk"
    SWEDISH = "sv"
    TURKISH = "tr"
    UKRAINIAN = "uk"

    @property
    def english_name(self) -> str:
        """
        >>> Language.GERMAN.english_name
        'German'
        """
        return self.name.capitalize()


# Written by hand for this project, 40 to 90 for each language, in lower case. Japanese puts no spaces between words,
# so it has none here: kana show it.
FUNCTION_WORDS: Mapping[Language, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            Language.CZECH: (
                "a aby ale ani asi až bez bude by byl byla byli bylo být co další do i jak jako je jeho jejich její "
                "jen jsem jsme jsou k kde když která které který na nebo než o od po pod podle pro proto protože před "
                "přes při se si své také tak takže to tím u už v ve více však z za ze že"
            ),
            Language.DANISH: (
                "af alle at blev bliver da de den der deres det dig din du efter eller en er et for fordi fra før få "
                "ham han hans har havde hendes her hun hvad hvis hvor hvordan i igen ikke ind jeg kan kun kunne lige "
                "man med meget mellem men mere mig min mod ned nogle nu når og også om op os over på sig sin skal "
                "skulle som så til ud under var ved vi vil være været"
            ),
            Language.GERMAN: (
                "aber alle als also am an auch auf aus bei bis da damit dann das dass dem den denn der des die dies "
                "diese dieser doch du durch ein eine einem einen einer er es für gegen habe haben hat hatte hier ich "
                "ihr ihre im immer in ist ja jetzt kann kein keine können man mehr mit nach nicht noch nun nur ob "
                "oder ohne schon sein seine sich sie sind so über um und uns unter vom von vor war waren was weil "
                "wenn werden wie wir wird wo wurde wurden zu zum zur zwischen"
            ),
            Language.ENGLISH: (
                "a about after all also an and are as at be been but by can could for from had has have he her his "
                "how if in into is it its like more most my no not of on one or our out over she so some than that "
                "the their them then there these they this to up us was we were what when which who will with would "
                "you your"
            ),
            Language.SPANISH: (
                "a al algo ante antes así aunque cada como con contra cuando de del desde donde dos durante e el ella "
                "en entre era eran es esta estaba estado este esto estos está están fue fueron ha habían había han "
                "hasta hay la las le les lo los muy más me mi mientras muchos ni no nos o para pero por porque que "
                "quien qué se según ser si sido sin sobre son su sus también tiene todo todos tras tu un una uno y ya "
                "yo"
            ),
            Language.FINNISH: (
                "ei eikä että hän ihan ja jo joka jos jotka kaikki kanssa kuin kun mikä minä mitä mukaan mutta myös "
                "ne niin nyt oli olisi ollut on ovat paljon se sekä sen siitä sitten tai tämä tämän vain voi"
            ),
            Language.FRENCH: (
                "à après au aussi autre autres aux avant avec avait avoir bien ce cela ces cette ceux chez comme "
                "contre dans de depuis des deux donc dont du elle en encore entre est et était être faire fait il ils "
                "je jusque la le les leur leurs lors lui mais même moins nos notre nous on ont ou où par pas pendant "
                "peut plus pour que qui sa sans se selon ses si son sont sous sur tous tout toute très un une vers "
                "votre vous y"
            ),
            Language.HUNGARIAN: (
                "a amely az azt be csak de egy egyik el ez ezt fel hanem hogy így is ha ki kell lehet már meg mert "
                "még mint minden nagyon nem olyan pedig sem szerint után vagy van volt"
            ),
            Language.ITALIAN: (
                "a ad ai al alla alle anche ancora che chi ci come con contro così cui da dai dal dalla dalle degli "
                "dei del dell della delle dello di dopo dove e ed era essere fa fino fra gli ha hanno i il in io la "
                "le lo loro ma mentre molto nei nel nella nelle noi non nostro o ogni per perché però più poi prima "
                "quando quanto quella quello questa questo se sempre senza si sia solo sono stata stato su sua sul "
                "sulla suo tra tutti tutto un una uno è"
            ),
            Language.DUTCH: (
                "aan al alle als bij daar dan dat de deze die dit door een en er geen had haar hebben heeft heel het "
                "hij hoe hun ik in is je kan kunnen maar meer men met mijn moet na naar niet nog nu of om omdat ons "
                "onze ook op over te tegen toch toen tot tussen u uit uw van veel voor waar waren was wat we weer "
                "werd wie wij worden wordt ze zich zij zijn zo zonder zou"
            ),
            Language.NORWEGIAN: (
                "alle at av ble bli blir da de deg den der deres det din du eller en er et etter for fordi fra før få "
                "ham han hans har hadde hennes her hun hva hvis hvor hvordan i igjen ikke inn jeg kan kun kunne man "
                "med meg mellom men mer mot mye ned noe noen nå når og også om opp oss over på seg sin skal skulle "
                "som så til ut under var ved vi vil være vært"
            ),
            Language.POLISH: (
                "a ale bardzo bez był była było były być chce co czy dla do gdy gdzie go i ich jak jako je jednak "
                "jego jej jest jeszcze już kiedy która które który którzy lub ma mnie może można na nad nie niż o od "
                "oraz po pod podczas przed przez przy się są ta tak także tam te tego tej też to tu tylko tym u w we "
                "więc wszystko z za ze że"
            ),
            Language.PORTUGUESE: (
                "a ainda ao aos as até com como contra da das de depois do dos e ela ele eles em entre era essa esse "
                "está estão eu foi foram fosse há isso já lhe mais mas me mesmo muito na nas nem no nos nós não o "
                "onde os ou para pela pelas pelo pelos por porque quando que quem se seja sem ser seu seus sob sobre "
                "sua suas são só também tem ter todos tudo um uma umas você à às é"
            ),
            Language.ROMANIAN: (
                "a acest această ai al ale am are au ca care cu cum dar de despre din după este eu fi fost în între "
                "la lui mai nu o pe pentru prin sa să sale sau se si sunt și ţi un unei unui va"
            ),
            Language.RUSSIAN: (
                "а без был была были было быть в во вот все всё вы где да для до его ее если есть еще ещё её же за и "
                "из или им их к как когда которая которые который кто ли меня мне много может мы на над не него нет "
                "ни но о об он она они от очень перед по под после при про с свои свою себя со так также там то "
                "только тоже ты у уже чем что чтобы эта эти это этого этом этот я"
            ),
            Language.SLOVAK: (
                "aby ako ale alebo až bez bol bola boli bolo by byť cez do iba ich je jeho keď ktorá ktoré ktorý len "
                "má medzi na nie od po podľa pre pred pri sa si sme som sú tak tento to už v vo však z za zo že"
            ),
            Language.SWEDISH: (
                "alla att av blev bli blir bland dag de dem den deras det detta där då efter eller en ett från för "
                "får ha hade han hans har hennes här hon hur i in inte jag kan kommer kunde man med mellan men mer "
                "mot mycket många måste ni nu någon några när och också om oss på samt sedan sig sin ska skulle som "
                "så till under upp ut utan vad var vara varit vi vid vill vår än är även över"
            ),
            Language.TURKISH: (
                "ama ancak artık aynı bana ben bir bize bu bunu böyle bütün çok çünkü da daha de değil devam diye en "
                "et etti gibi göre hem her için ile ise kadar karşı ki kim mi mı nasıl ne neden o olan olarak oldu "
                "olduğu olması olup on onu ortaya sonra şey şu tarafından tüm üzere var ve veya ya yeni yer yok"
            ),
            Language.UKRAINIAN: (
                "а або але б без був була були було бути в ви вже від він вона вони все всі де для до є ж з за зі і й "
                "його її їх із коли може ми на над не нас немає ні ним о один під після по при про та так також там "
                "те тим тільки то у уже хто це цей ця цього через чи що щоб щодо я як яка який які якщо якого"
            ),
        }.items()
    }
)
