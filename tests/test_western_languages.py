"""Pages of European languages: their furniture goes, and prose that uses its words stays, in every language's rules."""

import pytest

from cleaner import Cleaner
from cleaner.rulefiles.packaged import packaged_common
from cleaner.rules.kinds import mark_of
from cleaner.rules.match import Matcher
from cleaner.rules.rule import RuleFile
from cleaner.text.document import Document

# Lines with + stay, lines with - are removed. All places and people are invented.
SKETCHES = {
    "Greek": """\
- Μετάβαση στο περιεχόμενο
- Κοινοποίηση
- Δημοσιεύθηκε: 3 Απριλίου 2024, 11:20
+ Το λιμάνι της Αλμυράς ανοίγει ξανά τον Μάιο, όπως είπε η δήμαρχος στη συνεδρίαση του συμβουλίου. Οι ψαράδες \
ζητούσαν εδώ και χρόνια να διορθωθεί ο μόλος, και τώρα τα σχόλια στο καφενείο είναι καλύτερα.
- Διαβάστε επίσης
- Πώς χτίστηκε η παλιά γέφυρα
+ «Διαβάστε επίσης την έκθεση των μηχανικών, όχι μόνο τους τίτλους», είπε ο αντιδήμαρχος στους δημοσιογράφους. Η \
έκθεση γράφει ότι η διαφήμιση του νησιού στο εξωτερικό δεν αρκεί, αν δεν υπάρχει ασφαλές λιμάνι.
- Ακολουθήστε το Δείγμα στο Google News και μάθετε πρώτοι όλες τις ειδήσεις
+ Σχετικά άρθρα του κανονισμού θα ψηφιστούν τον Ιούνιο. Ως τότε η αναζήτηση πόρων συνεχίζεται, και κανείς δεν ξέρει \
ποιος θα πληρώσει τη συνδρομή για τα έργα ή ποιος θα κρατήσει τη φωτογραφία από τα εγκαίνια.
- Πηγή: ΑΠΕ-ΜΠΕ
- Σχετικά άρθρα
- Έκλεισε η γέφυρα του χωριού
- 12 σχόλια
- © 2024 Δείγμα. Με επιφύλαξη παντός δικαιώματος.
""",
    "Romanian": """\
- Sari la conținut
- Distribuie pe Facebook
- Publicat: 3 aprilie 2024, 11:20
+ Portul din Valea Sărată se redeschide în mai, după cum a spus primarul la ședința de consiliu. Pescarii cereau de \
ani de zile să fie reparat digul, iar acum comentariile din cafenea sunt mai blânde.
- CITEŞTE ŞI
- Cum a fost construit vechiul pod
+ „Citește și raportul inginerilor, nu doar titlurile”, i-a spus viceprimarul unui ziarist. Raportul arată că nu \
ajunge publicitatea făcută orașului în străinătate dacă vapoarele nu au unde să acosteze.
- Urmărește-ne pe Google News
+ Articole similare din regulament vor fi votate în iunie. Până atunci se caută bani, și nimeni nu știe cine va plăti \
abonamentul la apă al șantierului sau cine va păstra fotografia de la inaugurare.
- FOTO: Agerpres
- Articole similare
- Podul din sat a fost închis
- 12 comentarii
- © 2024 Modelul. Toate drepturile rezervate.
""",
    "Hungarian": """\
- Ugrás a tartalomra
- Megosztás Facebookon
- Közzétéve: 2024. április 3. 11:20
+ Májusban újra megnyílik a sósfalvi kikötő, mondta a polgármester a tanács ülésén. A halászok évek óta kérték, hogy \
javítsák meg a mólót, és most már a hozzászólások is barátságosabbak a kocsmában.
- Olvasd el ezt is!
- Hogyan épült a régi híd
+ „Olvasd el ezt is, ne csak a címeket” – mondta az alpolgármester egy újságírónak, és átadta a mérnökök jelentését. \
Ez azt írja, hogy a hirdetés külföldön nem elég, ha nincs hol kikötni a hajóknak.
- Kövess minket a Facebookon is!
+ A rendelet kapcsolódó cikkeiről júniusban szavaznak. Addig keresik a pénzt, és senki sem tudja, ki fizeti majd az \
előfizetést a vízre, vagy ki őrzi meg a fotót az avatásról.
- Fotó: MTI / Minta Anna
- Hasonló cikkek
- Lezárták a falu hídját
- 12 hozzászólás
- © 2024 Minta Kiadó. Minden jog fenntartva.
""",
    "Finnish": """\
- Siirry sisältöön
- Jaa artikkeli
- Julkaistu 3.4.2024 klo 11.20
+ Suolalahden satama avataan uudelleen toukokuussa, kertoi kunnanjohtaja valtuuston kokouksessa. Kalastajat olivat \
vuosia pyytäneet, että laituri korjataan, ja nyt myös kommentit kahvilassa ovat lempeämpiä.
- Lue myös
- Näin vanha silta rakennettiin
+ ”Lue myös insinöörien raportti eikä vain otsikoita”, sanoi varajohtaja toimittajalle. Raportin mukaan mainos \
ulkomailla ei riitä, jos laivoilla ei ole paikkaa, johon ne voivat kiinnittyä.
- Seuraa meitä myös Instagramissa!
+ Aiheeseen liittyvät säännöt hyväksytään kesäkuussa. Siihen asti etsitään rahaa, eikä kukaan tiedä, kuka maksaa \
vesimaksun tai kuka saa pitää kuvan, joka otettiin avajaisissa.
- Kuva: Anna Malli / Lehtikuva
- Luetuimmat jutut
- Kylän silta suljettiin
- 12 kommenttia
- © 2024 Malli Oy. Kaikki oikeudet pidätetään.
""",
    "Bulgarian": """\
- Към съдържанието
- Сподели във Facebook
- Публикувано: 3 април 2024, 11:20
+ Пристанището в Солен бряг отваря отново през май, каза кметът на заседанието на съвета. Рибарите от години искаха \
кеят да бъде поправен, и сега коментарите в кафенето са по-меки.
- ПРОЧЕТЕТЕ ОЩЕ
- Как е построен старият мост
+ „Прочетете още веднъж доклада на инженерите, а не само заглавията“, каза заместникът му на един журналист. В \
доклада пише, че рекламата в чужбина не стига, ако корабите няма къде да спрат.
- Последвайте ни във Viber
+ Свързани членове от наредбата ще бъдат гласувани през юни. Дотогава се търсят пари и никой не знае кой ще плати \
абонамента за вода или кой ще пази снимката от откриването.
- Снимка: Анна Пример, БГНЕС
- Свързани новини
- Мостът в селото е затворен
- 12 коментара
- © 2024 Пример. Всички права запазени.
""",
    "Croatian": """\
- Preskoči na sadržaj
- Podijeli na Facebooku
- Objavljeno: 3. 4. 2024. u 11:20
+ Luka u Slanoj Dragi ponovno se otvara u svibnju, rekao je gradonačelnik na sjednici vijeća. Ribari su godinama \
tražili da se popravi gat, a sada su i komentari u kavani blaži.
- Pročitajte i
- Kako je sagrađen stari most
+ „Pročitajte i izvještaj inženjera, a ne samo naslove“, rekao je njegov zamjenik jednom novinaru. U izvještaju piše \
da oglas u inozemstvu nije dovoljan ako brodovi nemaju gdje pristati.
- Pratite nas na društvenim mrežama
+ Povezani članci pravilnika bit će izglasani u lipnju. Do tada se traži novac, i nitko ne zna tko će platiti \
pretplatu za vodu ili tko će čuvati fotografiju s otvaranja.
- Foto: Ana Primjer / Pixsell
- Povezane vijesti
- Zatvoren most u selu
- 12 komentara
- © 2024 Primjer. Sva prava pridržana.
""",
    "Serbian": """\
- Прескочи на садржај
- Подели
- Објављено: 3. 4. 2024. у 11:20
+ Лука у Сланој Ували поново се отвара у мају, рекао је градоначелник на седници већа. Рибари су годинама тражили да \
се поправи мол, а сада су и коментари у кафани блажи.
- Прочитајте још
- Како је саграђен стари мост
+ „Прочитајте још једном извештај инжењера, а не само наслове“, рекао је његов заменик једном новинару. У извештају \
пише да реклама у иностранству није довољна ако бродови немају где да пристану.
- Пратите нас на друштвеним мрежама
+ Повезани чланци правилника биће изгласани у јуну. До тада се тражи новац, и нико не зна ко ће платити претплату за \
воду или ко ће чувати фотографију са отварања.
- Фото: Ана Примерић
- Најчитаније вести
- Затворен мост у селу
- 12 коментара
- © 2024 Пример. Сва права задржана.
""",
    "Slovak": """\
- Prejsť na obsah
- Zdieľať na Facebooku
- Zverejnené: 3. 4. 2024 o 11:20
+ Prístav v Slanej Lúke sa znovu otvorí v máji, povedal primátor na zasadnutí zastupiteľstva. Rybári už roky žiadali, \
aby sa opravilo mólo, a teraz sú aj komentáre v krčme miernejšie.
- Prečítajte si aj
- Ako postavili starý most
+ „Prečítajte si aj správu inžinierov, nielen titulky,“ povedal jeho zástupca novinárovi. V správe sa píše, že \
reklama v zahraničí nestačí, ak lode nemajú kde pristáť.
- Sledujte nás na Facebooku a Instagrame
+ Súvisiace články nariadenia schvália v júni. Dovtedy sa hľadajú peniaze a nikto nevie, kto zaplatí predplatné na \
vodu alebo kto si nechá fotografiu z otvorenia.
- Foto: TASR – Anna Vzorová
- Súvisiace články
- Most v dedine zatvorili
- 12 komentárov
- © 2024 Vzor. Všetky práva vyhradené.
""",
    "Catalan": """\
- Ves al contingut
- Comparteix a Facebook
- Publicat el 3 d'abril del 2024
+ El port de Vallsalada torna a obrir al maig, va dir l'alcaldessa durant el ple. Els pescadors demanaven des de fa \
anys que es reparés el moll, i ara els comentaris al bar són més amables.
- Llegeix també
- Com es va construir el pont vell
+ «Llegeix també l'informe dels enginyers i no només els titulars», va dir el seu adjunt a un periodista. L'informe \
diu que la publicitat a l'estranger no serveix de res si els vaixells no poden amarrar.
- Segueix-nos a Instagram i TikTok
+ Els articles relacionats del reglament es votaran al juny. Fins llavors es busquen diners, i ningú no sap qui \
pagarà la subscripció de l'aigua ni qui es quedarà la foto de la inauguració.
- Foto: ACN
- Notícies relacionades
- Tanquen el pont del poble
- 12 comentaris
- © 2024 El Model. Tots els drets reservats.
""",
    "Polish": """\
- Przejdź do treści
- Udostępnij na Facebooku
- Opublikowano: 3 kwietnia 2024
+ Port w Słonej Zatoce zostanie otwarty w maju, powiedziała burmistrz na sesji rady. Rybacy od lat prosili, żeby \
naprawić molo, i teraz także komentarze w gospodzie są łagodniejsze.
- Czytaj także
- Jak zbudowano stary most
+ „Czytaj także raport inżynierów, a nie tylko tytuły”, powiedział jej zastępca dziennikarzowi. W raporcie napisano, \
że reklama za granicą nie wystarczy, jeśli statki nie mają gdzie przybić.
- Obserwuj nas w Google News
+ Podobne artykuły regulaminu będą głosowane w czerwcu. Do tego czasu szuka się pieniędzy i nikt nie wie, kto zapłaci \
za prenumeratę wody ani kto zatrzyma zdjęcie z otwarcia.
- Fot. PAP
- Podobne artykuły
- Most we wsi zamknięty
- 12 komentarzy
- © 2024 Wzór. Wszelkie prawa zastrzeżone.
""",
    "Spanish": """\
- Saltar al contenido
- Compartir en Facebook
- Publicado el 3 de abril de 2024
+ El puerto de Valsalada vuelve a abrir en mayo, dijo la alcaldesa durante el pleno. Los pescadores pedían desde hace \
años que se reparara el muelle, y ahora también los comentarios en el bar son más amables.
- Lea también:
- Así se construyó el puente viejo
+ «Lea también el informe de los ingenieros y no solo los titulares», dijo su adjunto a un periodista. El informe \
dice que la publicidad en el extranjero no sirve de nada si los barcos no pueden amarrar.
- Únete a nuestro canal de WhatsApp
+ Los artículos relacionados del reglamento se votarán en junio (lea también el anexo). Hasta entonces se busca \
dinero, y nadie sabe quién pagará la suscripción del agua ni quién se quedará con la foto.
- Foto: EFE
- Noticias relacionadas
- Cierran el puente del pueblo
- 12 comentarios
- © 2024 El Modelo. Todos los derechos reservados.
""",
    "Portuguese": """\
- Ir para o conteúdo
- Compartilhar no Facebook
- Publicado em 3 de abril de 2024
+ O porto de Vale Salgado volta a abrir em maio, disse a prefeita durante a sessão. Os pescadores pediam há anos que \
o cais fosse reparado, e agora também os comentários no bar são mais amáveis.
- Leia também
- Como foi construída a ponte velha
+ «Leia também o relatório dos engenheiros e não só os títulos», disse o seu adjunto a um jornalista. O relatório diz \
que a publicidade no estrangeiro não serve de nada se os barcos não podem atracar.
- Siga-nos nas redes sociais
+ Os artigos relacionados do regulamento serão votados em junho. Até lá procura-se dinheiro, e ninguém sabe quem \
pagará a assinatura da água nem quem ficará com a foto da inauguração.
- Foto: Reuters
- Notícias relacionadas
- Ponte da aldeia é fechada
- 12 comentários
- © 2024 O Modelo. Todos os direitos reservados.
""",
    "French": """\
- Aller au contenu
- Partager sur Facebook
- Publié le 3 avril 2024
+ Le port de Valsalée rouvre en mai, a dit la maire pendant le conseil. Les pêcheurs demandaient depuis des années \
que le quai soit réparé, et maintenant les commentaires au café sont eux aussi plus aimables.
- Lire aussi :
- Comment fut bâti le vieux pont
+ « Lire aussi le rapport des ingénieurs, et pas seulement les titres, serait utile », a dit son adjoint à un \
journaliste. Le rapport dit que la publicité à l’étranger ne sert à rien si les bateaux ne peuvent pas accoster.
- Rejoignez notre chaîne WhatsApp
+ Les articles liés du règlement seront votés en juin. D’ici là, on cherche de l’argent, et personne ne sait qui \
paiera l’abonnement d’eau ni qui gardera la photo de l’inauguration.
- Photo : AFP
- Sur le même sujet
- Le pont du village est fermé
- 12 commentaires
- © 2024 Le Modèle. Tous droits réservés.
""",
    "Italian": """\
- Vai al contenuto
- Condividi su Facebook
- Pubblicato il 3 aprile 2024
+ Il porto di Valsalata riapre a maggio, ha detto la sindaca durante la seduta. I pescatori chiedevano da anni che il \
molo fosse riparato, e ora anche i commenti al bar sono più gentili.
- Leggi anche
- Come fu costruito il ponte vecchio
+ «Leggi anche la relazione degli ingegneri e non solo i titoli», ha detto il suo vice a un giornalista. La relazione \
dice che la pubblicità all’estero non serve a nulla se le navi non possono attraccare.
- Seguici su Facebook e Instagram
+ Gli articoli correlati del regolamento saranno votati a giugno. Fino ad allora si cercano i soldi, e nessuno sa chi \
pagherà l’abbonamento dell’acqua né chi terrà la foto dell’inaugurazione.
- Foto: ANSA
- Articoli correlati
- Chiuso il ponte del paese
- 12 commenti
- © 2024 Il Modello. Tutti i diritti riservati.
""",
    "Russian": """\
- Перейти к содержанию
- Поделиться в Telegram
- Опубликовано: 3 апреля 2024
+ Порт в Солёной Бухте откроют в мае, сказала глава города на заседании совета. Рыбаки уже много лет просили, чтобы \
починили причал, и теперь даже комментарии в столовой стали мягче.
- Читайте также
- Как построили старый мост
+ «Читайте также отчёт инженеров, а не только заголовки», сказал её заместитель журналисту. В отчёте написано, что \
реклама за границей не поможет, если кораблям негде встать.
- Подписывайтесь на наш Telegram-канал
+ Похожие статьи устава примут в июне. До того ищут деньги, и никто не знает, кто заплатит за подписку на воду и кто \
оставит себе фото с открытия.
- Фото: Анна Примерова / ТАСС
- Похожие статьи
- Мост в деревне закрыт
- 12 комментариев
- © 2024 Пример. Все права защищены.
""",
}


def lines(sketch: str, signs: str) -> str:
    return "\n".join(line[2:] for line in sketch.splitlines() if line[0] in signs)


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize("language", SKETCHES)
def test_furniture_goes_and_prose_stays(language: str, cleaner: Cleaner) -> None:
    result = cleaner.clean(lines(SKETCHES[language], "+-"))
    assert result.text == lines(SKETCHES[language], "+")


@pytest.mark.parametrize("file", packaged_common(), ids=[file.id for file in packaged_common()])
def test_prose_of_no_language_is_matched(file: RuleFile) -> None:
    matcher = Matcher(file.rules)
    for sketch in SKETCHES.values():
        for text in (lines(sketch, "+"), lines(sketch, "+").replace("\n", "\n\n")):
            document = Document(text)
            marks = [mark for hit in matcher.hits(document, set()) if (mark := mark_of(hit, document))]
            assert [(mark.rule, text[mark.start : mark.end]) for mark in marks] == []
