"""The commonest function words of many languages: prose has many of them, menus and lists of headlines few.

The list came with the first commit of the line model, which does not say where it is from. The packaged weights are
trained with it, so a change needs new weights. In order: English, German, Spanish, French, Italian,
Portuguese, Dutch, Swedish, Norwegian and Danish, Finnish, Polish, Czech, Russian, Turkish, Hungarian, Icelandic,
Ukrainian, Romanian; then Bengali, Greek, Hebrew and Korean, which `text.functionwords` tells by their scripts.
"""

from cleaner.text.functionwords import FUNCTION_WORDS, Language

WRITTEN = """
the of and to a in is that it for was on with as be at by this have from or are not but his her they she we you an which
der die das und in zu den ist nicht von sie mit dem sich des auf für im dass ein eine es als auch an er aus bei nach
wird war hat
de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me sin sobre este
le les des et est du une dans qui pour pas au sur par plus ce se avec il sont mais nous ont cette aux elle
di che è il per un non sono del con si da come le della anche nel gli alla più ma
o que do da em um para com não uma os no se na por mais as dos como mas foi ao ele das à seu sua ou
van het een en dat op te zijn met voor niet aan er om ook als dan maar bij nog uit worden door
och att det som på är av för med den till inte om ett han men var jag från vi så kan när
og det er til på som med av ikke den at for jeg de har han om et vi var fra men
ja on ei että se oli hän mutta ovat kun joka niin myös kuin tai
w i na z do się nie że to jest o jak za od po ale przez są dla był tym
v na se že je s z do to i o ve jako za by pro ale jsou který po od
и в не на что он с как это по но из у за от к для его о же так то
bir ve bu da için ile de çok olarak daha olan ama gibi kadar sonra en
a az és hogy nem is egy ez de meg már csak volt mint vagy
að og í á sem er við til um var en ekki með það frá hefur
та в на і що не з до як це за від але його був про для або
și în a la cu pe de nu din care este un o pentru mai au fost
এই ও এবং যে না করে থেকে জন্য তার তিনি একটি এক কিন্তু হয় হয়েছে করা সঙ্গে পর হবে তা আর কোনো ছিল নিয়ে বলেন মধ্যে
ο η το οι τα του της των τον την και να για με σε από που στο στη στην στον στα δεν θα είναι ότι τη μια ένα ως αλλά ή
של את על לא הוא היא זה כי עם גם אם או אל יש היה היו אבל בין כל רק כך אין מה עד לאחר אחרי אך אשר הם כדי לפני
이 그 수 있는 있다 것 및 등 한 할 또 더 이번 지난 대한 위해 따르면 함께 때문에 하지만 그러나 것으로 것이다 했다 있어
"""
# Languages that `text.functionwords` has and the list above lacks.
ADDED = ("ar", "bg", "ca", "fa", "hi", "hr", "id", "sk", "sw", "ur", "vi")
STOP_WORDS = frozenset(WRITTEN.split()).union(*(FUNCTION_WORDS[Language(code)] for code in ADDED))
