"""The commonest function words of Germanic languages."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "da": (
            "af alle at blev bliver da de den der deres det dig din du efter eller en er et for fordi fra før få "
            "ham han hans har havde hendes her hun hvad hvis hvor hvordan i igen ikke ind jeg kan kun kunne lige "
            "man med meget mellem men mere mig min mod ned nogle nu når og også om op os over på sig sin skal "
            "skulle som så til ud under var ved vi vil være været"
        ),
        "de": (
            "aber alle als also am an auch auf aus bei bis da damit dann das dass dem den denn der des die dies "
            "diese dieser doch du durch ein eine einem einen einer er es für gegen habe haben hat hatte hier ich "
            "ihr ihre im immer in ist ja jetzt kann kein keine können man mehr mit nach nicht noch nun nur ob "
            "oder ohne schon sein seine sich sie sind so über um und uns unter vom von vor war waren was weil "
            "wenn werden wie wir wird wo wurde wurden zu zum zur zwischen"
        ),
        "en": (
            "a about after all also an and are as at be been but by can could for from had has have he her his "
            "how if in into is it its like more most my no not of on one or our out over she so some than that "
            "the their them then there these they this to up us was we were what when which who will with would "
            "you your"
        ),
        "nl": (
            "aan al alle als bij daar dan dat de deze die dit door een en er geen had haar hebben heeft heel het "
            "hij hoe hun ik in is je kan kunnen maar meer men met mijn moet na naar niet nog nu of om omdat ons "
            "onze ook op over te tegen toch toen tot tussen u uit uw van veel voor waar waren was wat we weer "
            "werd wie wij worden wordt ze zich zij zijn zo zonder zou"
        ),
        "no": (
            "alle at av ble bli blir da de deg den der deres det din du eller en er et etter for fordi fra før få "
            "ham han hans har hadde hennes her hun hva hvis hvor hvordan i igjen ikke inn jeg kan kun kunne man "
            "med meg mellom men mer mot mye ned noe noen nå når og også om opp oss over på seg sin skal skulle "
            "som så til ut under var ved vi vil være vært"
        ),
        "sv": (
            "alla att av blev bli blir bland dag de dem den deras det detta där då efter eller en ett från för "
            "får ha hade han hans har hennes här hon hur i in inte jag kan kommer kunde man med mellan men mer "
            "mot mycket många måste ni nu någon några när och också om oss på samt sedan sig sin ska skulle som "
            "så till under upp ut utan vad var vara varit vi vid vill vår än är även över"
        ),
    }
)
